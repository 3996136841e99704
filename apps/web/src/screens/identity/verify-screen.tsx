import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { signedIn } from '../../shell/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';

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

  if (token === undefined || confirm.isError) {
    return (
      <GuestCard title={i18n._('Confirm your email')}>
        <ProblemNote
          title={i18n._('This link cannot be used')}
          action={
            <>
              {confirm.isError && token !== undefined && (
                <Button onClick={() => mutate(token)}>{i18n._('Try again')}</Button>
              )}
              <Link to="/sign-in" className={buttonClass('secondary')}>
                {i18n._('Sign in')}
              </Link>
            </>
          }
        >
          {confirm.isError
            ? sayProblem(confirm.error)
            : i18n._('The address is not complete. Open the link from the mail once more.')}
        </ProblemNote>
      </GuestCard>
    );
  }
  return (
    <GuestCard title={i18n._('Confirm your email')}>
      <p role="status" className="text-ink-2">
        {i18n._('One moment …')}
      </p>
    </GuestCard>
  );
}

async function confirmEmail(token: string): Promise<void> {
  const { exchange_token } = await got(api.POST('/auth/email/verify/', { body: { token } }));
  await signedIn(await got(api.POST('/auth/exchange-token/', { body: { exchange_token } })));
}
