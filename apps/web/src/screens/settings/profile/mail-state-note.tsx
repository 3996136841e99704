import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { ProblemNote } from '../../../ui/states.tsx';

/** Mail came back, or was called spam: what that means, and how to show that it arrives again. */
export function MailStateNote() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const check = useMutation({ mutationFn: () => got(api.POST('/users/me/mail/check/')) });
  if (me.mail_state !== 'undeliverable' && me.mail_state !== 'unwanted') return null;
  const title =
    me.mail_state === 'undeliverable'
      ? i18n._('Mail does not reach you')
      : i18n._('Our mail was called spam');
  return (
    <div className="mb-4">
      <ProblemNote
        tone="close"
        title={title}
        action={
          check.isSuccess ? undefined : (
            <SignalButton kind="primary" busy={check.isPending} onClick={() => check.mutate()}>
              {i18n._('Send me a mail to try')}
            </SignalButton>
          )
        }
      >
        <span role="status">
          {check.isSuccess && i18n._('It is on its way. Press the button in it, and all is well again.')}
        </span>
        {check.isError && sayProblem(check.error)}
        {check.isIdle &&
          (me.mail_state === 'undeliverable'
            ? i18n._(
                'A mail to {email} came back. Only what is necessary is still tried. Mend your mailbox, and try whether it works.',
                { email: me.email },
              )
            : i18n._(
                'Your mail program told us that mail from KinWise is not wanted. Only what is necessary is still sent.',
              ))}
      </ProblemNote>
    </div>
  );
}
