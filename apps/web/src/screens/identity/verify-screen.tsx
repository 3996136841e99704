import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { ResendForm } from './resend-form.tsx';
import { enter } from './waiting-step.ts';

/** Where the link of the mail leads: trades its token for a session, once. */
export function VerifyScreen() {
  const { i18n } = useLingui();
  const { token, invitation } = useSearch({ from: '/guest/verify-email' });
  const navigate = useNavigate();
  const confirm = useMutation({
    mutationFn: confirmEmail,
    // Who was invited goes on to the invitation; everybody else to their household, or to make one.
    onSuccess: () =>
      void (invitation === undefined
        ? navigate({ to: '/', replace: true })
        : navigate({ to: '/invitation', search: { token: invitation }, replace: true })),
  });
  const begun = useRef(false);
  const { mutate } = confirm;
  useEffect(() => {
    // The token works once, so that a second run of this effect must not use it again.
    if (token === undefined || begun.current) return;
    begun.current = true;
    mutate(token);
  }, [token, mutate]);

  if (token === undefined) return <NoLink />;
  if (confirm.isError)
    return <Failed error={confirm.error} invitation={invitation} onAgain={() => mutate(token)} />;
  return (
    <GuestCard title={i18n._('Confirm your email')}>
      <p role="status" className="text-ink-2">
        {i18n._('One moment …')}
      </p>
    </GuestCard>
  );
}

/** Here without a link: to ask for one. */
function NoLink() {
  const { i18n } = useLingui();
  return (
    <GuestCard
      title={i18n._('Confirm your email')}
      intro={i18n._('Open the link in the mail that we sent you. It is gone or too old? Ask for a new one.')}
    >
      <ResendForm />
      <SignInInstead />
    </GuestCard>
  );
}

/** A link that was used or is too old makes room for a new one; anything else may be tried again. */
function Failed({
  error,
  invitation,
  onAgain,
}: {
  error: unknown;
  invitation: string | undefined;
  onAgain: () => void;
}) {
  const { i18n } = useLingui();
  const spent = refusalOf(error, deviceClock.now()).kind === 'spent';
  return (
    <GuestCard title={i18n._('Confirm your email')}>
      <div className="space-y-4">
        {spent ? (
          <>
            <ProblemNote title={i18n._('This link cannot be used')}>
              {i18n._(
                'It was used already, or is too old. If you opened it before, your address is confirmed: sign in.',
              )}
            </ProblemNote>
            <ResendForm invitation={invitation} />
          </>
        ) : (
          <ProblemNote
            title={i18n._('Your email is not confirmed yet')}
            action={<Button onClick={onAgain}>{i18n._('Try again')}</Button>}
          >
            {sayProblem(error)}
          </ProblemNote>
        )}
      </div>
      <SignInInstead />
    </GuestCard>
  );
}

function SignInInstead() {
  const { i18n } = useLingui();
  return (
    <p className="mt-6 text-center text-ink-2">
      {i18n._('It is confirmed already?')}{' '}
      <Link to="/sign-in" className="font-semibold text-brand-text underline-offset-4 hover:underline">
        {i18n._('Sign in')}
      </Link>
    </p>
  );
}

async function confirmEmail(token: string): Promise<void> {
  const { exchange_token } = await got(api.POST('/auth/email/verify/', { body: { token } }));
  // Who has a second factor is asked for it where people sign in.
  await enter(await got(api.POST('/auth/exchange-token/', { body: { exchange_token } })));
}
