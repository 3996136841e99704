import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LockOpen } from 'lucide-react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { useLink } from './use-link.ts';

/** Where the mail about a lock leads. One press, because programs that look through mails open links too. */
export function UnlockScreen() {
  const { i18n } = useLingui();
  const { token } = useLink();
  const unlock = useMutation({
    mutationFn: (link: string) => got(api.POST('/auth/unlock/', { body: { token: link } })),
  });
  if (unlock.isSuccess) return <Unlocked />;
  const spent = unlock.isError && refusalOf(unlock.error, deviceClock.now()).kind === 'spent';
  if (token === undefined || spent) return <NoLink spent={spent} />;
  return (
    <GuestCard
      title={i18n._('Unlock your account')}
      intro={i18n._(
        'Somebody typed a wrong password several times. If it was you, unlock it and try again. If it was not, leave it locked and think about a longer password.',
      )}
    >
      <div className="space-y-4">
        {unlock.isError && (
          <ProblemNote title={i18n._('It is still locked')}>{sayProblem(unlock.error)}</ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          icon={LockOpen}
          className="w-full"
          busy={unlock.isPending}
          onClick={() => unlock.mutate(token)}
        >
          {i18n._('Unlock')}
        </Button>
        <Link to="/forgot-password" className={`${buttonClass('secondary', 'large')} w-full`}>
          {i18n._('Set a new password')}
        </Link>
      </div>
    </GuestCard>
  );
}

function Unlocked() {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('It is open again')}>
      <p role="status" className="text-ink-2">
        {i18n._('You can sign in now. The wrong tries are forgotten.')}
      </p>
      <Link to="/sign-in" className={`mt-5 ${buttonClass('primary', 'large')} w-full`}>
        {i18n._('Sign in')}
      </Link>
    </GuestCard>
  );
}

function NoLink({ spent }: { spent: boolean }) {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('Unlock your account')}
      spent={
        spent
          ? i18n._('It was used already, or is too old. A new password unlocks the account too.')
          : undefined
      }
      ways={
        <>
          <Link to="/sign-in" className={buttonClass('primary')}>
            {i18n._('Sign in')}
          </Link>
          <Link to="/forgot-password" className={buttonClass('secondary')}>
            {i18n._('Set a new password')}
          </Link>
        </>
      }
    />
  );
}
