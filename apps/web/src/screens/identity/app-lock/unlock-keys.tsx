import { useLingui } from '@lingui/react';
import { KeyRound, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { tryPasskey, withCopy } from './lock-record.ts';
import { PIN_LEAST, PIN_MOST } from './pin-rules.ts';
import { usePin } from './use-pin.ts';

type KeyProps = {
  user: string;
  onRight: () => void;
  /** What its button says, where it does not unlock. */
  label?: string;
  /** Until when nobody may try. */
  untilMs?: number | undefined;
};

/** The field for the PIN of the lock. */
export function PinKey({ user, onRight, label, untilMs }: KeyProps) {
  const { i18n } = useLingui();
  const { pin, setPin, busy, submit, said, wait } = usePin(user, { onRight, untilMs });
  const error = [said, wait].filter(Boolean).join(' ') || undefined;
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.length >= PIN_LEAST && !busy && wait === undefined) void submit();
      }}
    >
      <PasswordField
        label={i18n._('PIN of this device')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_MOST}
        // The page consists of it.
        autoFocus
        value={pin}
        error={error}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
      />
      {/* Without the seconds: they would be read out one by one. */}
      <p role="alert" className="sr-only">
        {said}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="large"
        className="w-full"
        busy={busy}
        disabled={pin.length < PIN_LEAST || wait !== undefined}
        {...(label === undefined && { icon: LockOpen })}
      >
        {label ?? i18n._('Unlock')}
      </Button>
    </form>
  );
}

/** The button for the passkey of the lock. */
export function PasskeyKey({ user, onRight, label }: KeyProps) {
  const { i18n } = useLingui();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();

  async function ask(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    try {
      if (await withCopy(user, tryPasskey)) return onRight();
      setRefused(i18n._('It is not the passkey that was set for this device.'));
    } catch (error) {
      setRefused(sayProblem(error));
    }
    setBusy(false);
  }

  return (
    <>
      {refused !== undefined && (
        <ProblemNote title={i18n._('The passkey was not accepted')}>{refused}</ProblemNote>
      )}
      <Button
        kind="primary"
        size="large"
        icon={KeyRound}
        className="w-full"
        autoFocus
        busy={busy}
        onClick={() => void ask()}
      >
        {label ?? i18n._('Unlock with your passkey')}
      </Button>
    </>
  );
}
