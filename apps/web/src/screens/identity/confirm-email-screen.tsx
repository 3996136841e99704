import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { api, got } from '../../api/client.ts';
import { deviceClock } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { refreshMe, sessionNow } from '../../shell/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { DeadLink } from './dead-link.tsx';
import { GuestCard } from './guest-frame.tsx';
import { refusalOf } from './refusals.ts';
import { useLink } from './use-link.ts';

/** Where the mail to a new address leads. One press, because programs that look through mails open links too. */
export function ConfirmEmailScreen() {
  const { i18n } = useLingui();
  const { token } = useLink();
  const confirm = useMutation({
    mutationFn: async (link: string) => {
      const changed = await got(api.POST('/auth/email/change/confirm/', { body: { token: link } }));
      // Somebody may be signed in here, and it may be them.
      if (sessionNow().kind === 'someone') await refreshMe().catch(() => undefined);
      return changed;
    },
  });
  if (confirm.data) return <Changed email={confirm.data.email} />;
  const spent = confirm.isError && refusalOf(confirm.error, deviceClock.now()).kind === 'spent';
  if (token === undefined || spent) return <NoLink spent={spent} />;
  return (
    <GuestCard
      title={i18n._('Confirm your new address')}
      intro={i18n._('From then on you sign in with it. Your other devices are signed out.')}
    >
      <div className="space-y-4">
        {confirm.isError && (
          <ProblemNote title={i18n._('The address was not changed')}>{sayProblem(confirm.error)}</ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          icon={MailCheck}
          className="w-full"
          busy={confirm.isPending}
          onClick={() => confirm.mutate(token)}
        >
          {i18n._('Confirm')}
        </Button>
      </div>
    </GuestCard>
  );
}

function Changed({ email }: { email: string }) {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('Your address is changed')}>
      <p role="status" className="break-words text-ink-2">
        {i18n._('You sign in with {email} from now on. The old address was told.', { email })}
      </p>
      <Link to="/" className={`mt-5 ${buttonClass('primary', 'large')} w-full`}>
        {i18n._('Open KinWise')}
      </Link>
    </GuestCard>
  );
}

function NoLink({ spent }: { spent: boolean }) {
  const { i18n } = useLingui();
  return (
    <DeadLink
      title={i18n._('Confirm your new address')}
      spent={spent ? i18n._('It was used already, is too old, or the change was called off.') : undefined}
      ways={
        <Link to="/settings/profile" className={buttonClass('primary')}>
          {i18n._('Open my profile')}
        </Link>
      }
    />
  );
}
