import { useLingui } from '@lingui/react';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { waitingCount } from '../../../offline/outbox.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { leaveForPassword } from './leave.ts';
import { withCopy } from './lock-record.ts';

/** Past the lock without its PIN or passkey: by signing in with everything. */
export function OtherWay({ user, onBack }: { user: string; onBack: () => void }) {
  const { i18n } = useLingui();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const waiting = useWaiting(user);
  const leave = async () => {
    setBusy(true);
    try {
      await leaveForPassword(user);
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <div className="mt-3 space-y-4">
      <p className="text-ink-2">
        {i18n._(
          'Sign in as on a new device, and the app lock is taken off. This needs signal. What you have typed and not saved here is lost.',
        )}
      </p>
      {waiting > 0 && (
        <p className="text-ink-2">
          {i18n._(
            '{count, plural, one {# change waits on this device: it is kept, and sent when you are back.} other {# changes wait on this device: they are kept, and sent when you are back.}}',
            { count: waiting },
          )}
        </p>
      )}
      {refused !== undefined && (
        <ProblemNote title={i18n._('You cannot sign in at the moment')}>{sayProblem(refused)}</ProblemNote>
      )}
      <Button
        kind="primary"
        size="large"
        className="w-full"
        autoFocus
        busy={busy}
        onClick={() => void leave()}
      >
        {i18n._('Sign in with the password instead')}
      </Button>
      <Button size="large" icon={ArrowLeft} className="w-full" onClick={onBack}>
        {i18n._('Back')}
      </Button>
    </div>
  );
}

function useWaiting(user: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => void withCopy(user, waitingCount).then(setCount), [user]);
  return count;
}
