import { useLingui } from '@lingui/react';
import { Button } from '../../ui/button.tsx';
import { GuestCard } from './guest-frame.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { renewPassword, startOver, type Waiting } from './waiting-step.ts';

/** All was right, and the password has to be changed before anything else. */
export function NewPasswordCard({ step }: { step: Extract<Waiting, { mfa_required: false }> }) {
  const { i18n } = useLingui();
  return (
    <GuestCard
      title={i18n._('Choose a new password')}
      intro={
        step.reason === 'expired'
          ? i18n._('Your password has grown old. Choose another one, then you are in.')
          : i18n._('Somebody else may know your password. Choose one of your own, then you are in.')
      }
    >
      <NewPasswordForm save={async (password) => await renewPassword(step, password)} />
      <p className="mt-4 text-center">
        <Button kind="quiet" onClick={startOver}>
          {i18n._('Start over')}
        </Button>
      </p>
    </GuestCard>
  );
}
