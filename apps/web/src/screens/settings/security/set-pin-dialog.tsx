import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { hashPin, type KeptPin } from '../../identity/app-lock/pin-hash.ts';
import { faultOf, PIN_MOST, type PinFault } from '../../identity/app-lock/pin-rules.ts';

/** Choosing the PIN of the app lock. It does not leave the device. */
export function SetPinDialog(props: { onChosen: (way: KeptPin) => Promise<void>; onClose: () => void }) {
  const { i18n } = useLingui();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation({
    mutationFn: async () => await props.onChosen(await hashPin(pin)),
    gcTime: 0,
    onSuccess: props.onClose,
  });
  const fault = faultOf(pin);
  const differs = pin !== again;
  const digits = { inputMode: 'numeric', autoComplete: 'off', maxLength: PIN_MOST } as const;
  return (
    <Dialog
      open
      size="small"
      onClose={props.onClose}
      title={i18n._('A PIN for this device')}
      description={i18n._('It opens the app lock here and nothing else. Do not take that of a bank card.')}
      actions={
        <>
          <Button onClick={props.onClose}>{i18n._('Cancel')}</Button>
          <Button type="submit" form="lock-pin" kind="primary" busy={set.isPending}>
            {i18n._('Set the PIN')}
          </Button>
        </>
      }
    >
      <form
        id="lock-pin"
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (fault === undefined && !differs) set.mutate();
        }}
      >
        {set.isError && <ProblemNote title={i18n._('It is not on yet')}>{sayProblem(set.error)}</ProblemNote>}
        <PasswordField
          {...digits}
          label={i18n._('PIN')}
          hint={i18n._('6 to 12 digits')}
          autoFocus
          value={pin}
          error={tried && fault !== undefined ? sayFault(fault, i18n) : undefined}
          onChange={(event) => setPin(event.target.value)}
        />
        <PasswordField
          {...digits}
          label={i18n._('The PIN again')}
          value={again}
          error={tried && fault === undefined && differs ? i18n._('The two are not the same.') : undefined}
          onChange={(event) => setAgain(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

function sayFault(fault: PinFault, i18n: ReturnType<typeof useLingui>['i18n']): string {
  if (fault === 'not-digits') return i18n._('Use the digits 0 to 9 alone.');
  if (fault === 'short') return i18n._('Use at least 6 digits.');
  if (fault === 'long') return i18n._('Use at most 12 digits.');
  return i18n._('That is what everybody tries first. Choose digits that follow no row and do not repeat.');
}
