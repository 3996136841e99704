import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';
import { useLink } from './use-link.ts';

/** Where the link at the end of a mail leads. One press, because programs that look through mails open links too. */
export function UnsubscribeScreen() {
  const { i18n } = useLingui();
  const { token = '' } = useLink();
  const path = { params: { path: { token } } };
  const choice = useQuery({
    queryKey: ['mail-choice', token],
    queryFn: () => got(api.GET('/mail/unsubscribe/{token}/', path)),
    retry: false,
    enabled: token !== '',
  });
  const off = useMutation({
    mutationFn: () => got(api.POST('/mail/unsubscribe/{token}/', { ...path, body: {} })),
  });
  if (token === '' || choice.isError) return <NoLink error={choice.error} />;
  if (!choice.data)
    return (
      <GuestCard title={i18n._('Mails to you')}>
        <p role="status" className="text-ink-2">
          {i18n._('One moment …')}
        </p>
      </GuestCard>
    );
  if (off.isSuccess || choice.data.is_off) return <Done />;
  const isInvitation = choice.data.topic === 'invitations';
  return (
    <GuestCard
      title={isInvitation ? i18n._('No more invitations?') : i18n._('No more of these mails?')}
      intro={
        isInvitation
          ? i18n._('Nobody will be able to invite this address by mail from here any more, whoever they are.')
          : i18n._(
              'You will not hear by mail any more when a member is refused many times. What is about your safety still comes.',
            )
      }
    >
      <div className="space-y-4">
        {off.isError && (
          <ProblemNote title={i18n._('They are still on')}>{sayProblem(off.error)}</ProblemNote>
        )}
        <Button
          kind="primary"
          size="large"
          icon={MailX}
          className="w-full"
          busy={off.isPending}
          onClick={() => off.mutate()}
        >
          {i18n._('Turn them off')}
        </Button>
      </div>
    </GuestCard>
  );
}

function Done() {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('They are off')}>
      <p role="status" className="text-ink-2">
        {i18n._(
          'You get no more of these mails. Whoever has an account can turn them on again in the profile.',
        )}
      </p>
    </GuestCard>
  );
}

function NoLink({ error }: { error: unknown }) {
  const { i18n } = useLingui();
  return (
    <GuestCard title={i18n._('Mails to you')}>
      <ProblemNote
        title={i18n._('This link cannot be used')}
        action={
          <Link to="/settings/profile" className={buttonClass('secondary')}>
            {i18n._('To your profile')}
          </Link>
        }
      >
        {error
          ? sayProblem(error)
          : i18n._('The address is not complete. Open the link from the mail once more.')}
      </ProblemNote>
    </GuestCard>
  );
}
