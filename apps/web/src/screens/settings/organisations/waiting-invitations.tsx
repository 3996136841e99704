import type { OrganisationInvitation } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { deviceTimeZone } from '../../home/parts/household-words.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

/** Invitations that nobody has taken up yet, each with a way to take it back. */
export function WaitingInvitations({ id }: { id: string }) {
  const { i18n } = useLingui();
  const waiting = useQuery({
    queryKey: ['organisations', id, 'invitations'],
    queryFn: async () =>
      (await got(api.GET('/organisations/{id}/invitations/', { params: { path: { id } } }))).results,
  });
  if (waiting.isError)
    return (
      <ProblemNote tone="close" title={i18n._('The invitations could not be read')}>
        {sayProblem(waiting.error)}
      </ProblemNote>
    );
  if (!waiting.data?.length) return null;
  return (
    <section className="mt-5" aria-label={i18n._('Invitations')}>
      <h3 className="mb-1 text-sm text-ink-3">{i18n._('Invitations')}</h3>
      <ul className="divide-y divide-line">
        {waiting.data.map((one) => (
          <Waiting key={one.id} organisation={id} invitation={one} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ organisation, invitation }: { organisation: string; invitation: OrganisationInvitation }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { id, kind, email, expires_at: until } = invitation;
  const takeBack = useOrganisationChange(() =>
    got(
      api.DELETE('/organisations/{id}/invitations/{invitation_id}/', {
        params: { path: { id: organisation, invitation_id: id } },
      }),
    ),
  );
  const day = formatDay(dayAt(instantMs(until), deviceTimeZone()), 'medium', locale);
  return (
    <li className="flex flex-wrap items-center gap-2 py-2.5">
      <span className="min-w-0 flex-1 basis-40">
        <span className="block break-words">{email}</span>
        <span className="block text-sm text-ink-3">
          {kind === 'household' ? i18n._('A household') : i18n._('An administrator')} ·{' '}
          {i18n._('open until {day}', { day })}
        </span>
      </span>
      <SignalButton
        size="small"
        busy={takeBack.isPending}
        aria-label={i18n._('Take the invitation of {email} back', { email })}
        onClick={() =>
          takeBack.mutate(undefined, {
            onSuccess: () => showToast({ title: i18n._('The invitation is taken back') }),
            onError: (error) =>
              showToast({
                title: i18n._('That did not work'),
                description: sayProblem(error),
                tone: 'over',
              }),
          })
        }
      >
        {i18n._('Take back')}
      </SignalButton>
    </li>
  );
}
