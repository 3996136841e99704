import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { refreshMe, sessionNow } from '../../shell/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';
import { useLink } from './use-link.ts';

/** Where the mail leads that was sent to try an address. One press: programs that look through mails open links too. */
export function MailWorksScreen() {
  const { i18n } = useLingui();
  const { token = '' } = useLink();
  const confirm = useMutation({
    mutationFn: async () => {
      await got(api.POST('/mail/works/', { body: { token } }));
      if (sessionNow().kind === 'someone') await refreshMe();
    },
  });
  if (confirm.isSuccess)
    return (
      <GuestCard title={i18n._('Mail reaches you')}>
        <p role="status" className="text-ink-2">
          {i18n._('All mails are sent to you again.')}
        </p>
        <Link to="/" className={`mt-5 ${buttonClass('primary', 'large')} w-full`}>
          {i18n._('Open KinWise')}
        </Link>
      </GuestCard>
    );
  return (
    <GuestCard
      title={i18n._('Does mail reach you?')}
      intro={i18n._(
        'You have opened the mail that we sent you. Say so, and all mails are sent to you again.',
      )}
    >
      <div className="space-y-4">
        {(confirm.isError || token === '') && (
          <ProblemNote title={i18n._('This link cannot be used')}>
            {confirm.isError
              ? sayProblem(confirm.error)
              : i18n._('The address is not complete. Open the link from the mail once more.')}
          </ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          icon={MailCheck}
          className="w-full"
          disabled={token === ''}
          busy={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {i18n._('Yes, it reaches me')}
        </Button>
      </div>
    </GuestCard>
  );
}
