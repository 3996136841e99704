import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { KeyRound, Lock } from 'lucide-react';
import { useState } from 'react';
import { useFact } from '../../../offline/hooks.tsx';
import { useAppLock } from '../../../shell/app-lock.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { canLock, MINUTES, type Minutes, minutesOf } from '../../identity/app-lock/keeping.ts';
import { makeLockPasskey } from '../../identity/app-lock/lock-passkey.ts';
import type { LockRecord } from '../../identity/app-lock/lock-record.ts';
import { knowsPasskeys } from '../../identity/passkeys.ts';
import { changeMinutes, turnOff, turnOn } from './app-lock-acts.ts';
import { ProveLockDialog } from './prove-lock-dialog.tsx';
import { SetPinDialog } from './set-pin-dialog.tsx';

/** The lock of this device, and of no other: a PIN or a passkey before the app shows anything. */
export function AppLockCard() {
  const { i18n } = useLingui();
  const lock = useAppLock();
  const record = useFact<LockRecord>('app_lock');
  return (
    <Card>
      <CardHeader
        title={i18n._('App lock on this device')}
        note={i18n._(
          'Asks for a PIN or a passkey when you come back, also without signal. It keeps out who picks the device up, not who reads its files.',
        )}
      />
      {lock && record ? (
        <LockOn kind={record.way.kind} lockNow={lock.lockNow} />
      ) : canLock() ? (
        <LockOff />
      ) : (
        <p className="text-sm text-ink-3">{i18n._('This browser cannot lock at this address.')}</p>
      )}
    </Card>
  );
}

function LockOff() {
  const { i18n } = useLingui();
  const [typing, setTyping] = useState(false);
  const { byPin, byPasskey } = useTurnOn('5');
  return (
    <>
      {byPasskey.isError && (
        <div className="mb-3">
          <ProblemNote title={i18n._('It is not on yet')}>{sayProblem(byPasskey.error)}</ProblemNote>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <SignalButton icon={Lock} onClick={() => setTyping(true)}>
          {i18n._('Set a PIN')}
        </SignalButton>
        {knowsPasskeys() && (
          <SignalButton icon={KeyRound} busy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            {i18n._('Use a passkey')}
          </SignalButton>
        )}
      </div>
      {typing && <SetPinDialog onChosen={byPin} onClose={() => setTyping(false)} />}
    </>
  );
}

/** What is to be done once it is proven that it may. */
type Wanted = 'pin' | 'passkey' | 'off' | Minutes;

function LockOn({ kind, lockNow }: { kind: LockRecord['way']['kind']; lockNow: () => void }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const minutes = MINUTES.find((one) => one === minutesOf(me.id)) ?? '1';
  const [asking, setAsking] = useState<Wanted>();
  const { act, typing, setTyping, byPin } = useActs(minutes);
  const other = kind === 'pin' ? 'passkey' : 'pin';
  const choose = (next: Minutes) => {
    // Sooner is never a danger; later has to be proven.
    if (Number(next) > Number(minutes)) setAsking(next);
    else act.mutate(next);
  };
  return (
    <div className="space-y-4">
      <p className="flex items-center gap-2 font-semibold">
        {kind === 'pin' ? <Lock aria-hidden size={18} /> : <KeyRound aria-hidden size={18} />}
        {kind === 'pin' ? i18n._('It is on, with a PIN') : i18n._('It is on, with a passkey')}
      </p>
      <div>
        <p className="mb-1.5 text-sm text-ink-2">
          {i18n._('Minutes without use until it locks. It always does when KinWise is opened anew.')}
        </p>
        <Segments
          label={i18n._('Minutes until it locks')}
          choices={MINUTES.map((name) => ({ name, label: name }))}
          value={minutes}
          onChange={choose}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button icon={Lock} onClick={lockNow}>
          {i18n._('Lock now')}
        </Button>
        {kind === 'pin' && (
          <SignalButton onClick={() => setAsking('pin')}>{i18n._('Change the PIN')}</SignalButton>
        )}
        {(other === 'pin' || knowsPasskeys()) && (
          <SignalButton onClick={() => setAsking(other)}>
            {other === 'pin' ? i18n._('Use a PIN instead') : i18n._('Use a passkey instead')}
          </SignalButton>
        )}
        <SignalButton onClick={() => setAsking('off')}>{i18n._('Turn it off')}</SignalButton>
      </div>
      {asking !== undefined && (
        <ProveLockDialog
          user={me.id}
          kind={kind}
          title={asking === 'off' ? i18n._('Turn the app lock off?') : i18n._('Change the app lock')}
          onProved={() => {
            setAsking(undefined);
            act.mutate(asking);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {typing && <SetPinDialog onChosen={byPin} onClose={() => setTyping(false)} />}
    </div>
  );
}

function useTurnOn(minutes: Minutes) {
  const { me } = useSomeone();
  const byPin = async (way: LockRecord['way']) => await turnOn(me.id, way, minutes);
  const byPasskey = useMutation({
    mutationFn: async () => await byPin(await makeLockPasskey(me.first_name || me.display_name)),
  });
  return { byPin, byPasskey };
}

function useActs(minutes: Minutes) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const [typing, setTyping] = useState(false);
  const { byPin, byPasskey } = useTurnOn(minutes);
  const act = useMutation({
    mutationFn: async (wanted: Wanted) => {
      if (wanted === 'pin') setTyping(true);
      else if (wanted === 'passkey') await byPasskey.mutateAsync();
      else if (wanted === 'off') await turnOff(me.id);
      else await changeMinutes(me.id, wanted);
    },
    onError: (error) =>
      showToast({ title: i18n._('It was not changed'), description: sayProblem(error), tone: 'over' }),
  });
  return { act, typing, setTyping, byPin };
}
