import { useLiveQuery } from 'dexie-react-hooks';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { waitingCount } from '../../offline/outbox.ts';
import { type Someone, signOut } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';

/** That the session is over, and that nothing is lost by it. */
export function SessionOverIntro({ over }: { over: Someone }) {
  const { i18n } = useLingui();
  const count = useWaiting(over);
  const name = over.me.first_name || over.me.display_name;
  return (
    <>
      {i18n._('Your session is over, {name}.', { name })}{' '}
      {count > 0 &&
        i18n._(
          '{count, plural, one {# change waits on this device: it is kept, and sent when you are back.} other {# changes wait on this device: they are kept, and sent when you are back.}}',
          { count },
        )}
    </>
  );
}

/** For everybody else who takes this device up: what they will see, and what becomes of the other one's copy. */
export function OtherPersonNote({ over }: { over: Someone }) {
  const { i18n } = useLingui();
  const count = useWaiting(over);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const name = over.me.first_name || over.me.display_name;
  return (
    <div className="mt-6 rounded-cell border border-line p-4 text-sm text-ink-2">
      <p>
        {i18n._(
          'You are not {name}? Sign in as yourself and you will see your own money only. What {name} has here stays unseen until {name} signs in again.',
          { name },
        )}
      </p>
      <Button size="small" className="mt-3" onClick={() => setAsking(true)}>
        {i18n._('Remove {name} from this device', { name })}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        busy={leaving}
        title={i18n._('Remove {name} from this device?', { name })}
        confirm={i18n._('Remove')}
        cancel={i18n._('Stay')}
        onConfirm={() => {
          setLeaving(true);
          void signOut();
        }}
        onCancel={() => setAsking(false)}
      >
        {count > 0
          ? i18n._(
              '{count, plural, one {# change has} other {# changes have}} not reached the server yet. Signing out deletes the copy on this device, and with it what has not been sent.',
              { count },
            )
          : i18n._('The copy on this device is deleted. Everything in it is with the server too.')}
      </ConfirmDialog>
    </div>
  );
}

function useWaiting({ copy }: Someone): number {
  return useLiveQuery(() => waitingCount(copy), [copy]) ?? 0;
}
