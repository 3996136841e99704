import type { Organisation } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, HousePlus, LogOut, Pencil, Scaling, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/field.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { Administrators } from './administrators.tsx';
import { HomeLine } from './home-line.tsx';
import { WaitingInvitations } from './waiting-invitations.tsx';
import { tierName, yearStartWords } from './organisation-words.ts';

const EditDialog = lazy(() => import('./edit-dialog.tsx').then((module) => ({ default: module.EditDialog })));
const AskTierDialog = lazy(() =>
  import('./ask-tier-dialog.tsx').then((module) => ({ default: module.AskTierDialog })),
);
const NewHomeDialog = lazy(() =>
  import('./new-home-dialog.tsx').then((module) => ({ default: module.NewHomeDialog })),
);
const loadEnding = () => import('./ending-dialogs.tsx');
const CloseDialog = lazy(() => loadEnding().then((module) => ({ default: module.CloseDialog })));
const LeaveOrganisationDialog = lazy(() =>
  loadEnding().then((module) => ({ default: module.LeaveOrganisationDialog })),
);

/** One organisation of the person's: its households with what they share, its administrators, invitations. */
export function OrganisationCard({ organisation }: { organisation: Organisation }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { id, name, capacity, households_count: count, financial_year_start: start } = organisation;
  const { asked_tier: asked, tier } = organisation;
  const homes = useQuery({
    queryKey: ['organisations', id, 'households'],
    queryFn: async () =>
      (await got(api.GET('/organisations/{id}/households/', { params: { path: { id } } }))).results,
  });
  return (
    <Card>
      <CardHeader
        title={name}
        className="items-start"
        note={i18n._('{size}: {count} of {capacity} households; financial year from {year}', {
          size: tierName(tier),
          count,
          capacity,
          year: yearStartWords(start, locale),
        })}
        aside={<Acts organisation={organisation} />}
      />
      {asked !== null && (
        <p className="mb-2 text-sm text-ink-2">
          {i18n._('You asked for the size {size}. The people who run this KinWise will answer.', {
            size: tierName(asked),
          })}
        </p>
      )}
      {homes.isPending && <SkeletonRows rows={2} />}
      {homes.isError && (
        <ProblemNote tone="close" title={i18n._('The households could not be read')}>
          {sayProblem(homes.error)}
        </ProblemNote>
      )}
      {homes.data?.length === 0 && (
        <p className="text-sm text-ink-3">{i18n._('No household belongs to it yet.')}</p>
      )}
      <ul className="divide-y divide-line" aria-label={i18n._('Households of {name}', { name })}>
        {homes.data?.map((home) => (
          <HomeLine key={home.id} organisation={organisation} home={home} />
        ))}
      </ul>
      <Administrators organisation={organisation} />
      <WaitingInvitations id={id} />
      <Invite id={id} />
    </Card>
  );
}

type Asking = 'edit' | 'tier' | 'new-home' | 'close' | 'leave';

/** What one may do with it, as the server says. */
function Acts({ organisation }: { organisation: Organisation }) {
  const { i18n } = useLingui();
  const [asking, setAsking] = useState<Asking>();
  const asked = { organisation, onClose: () => setAsking(undefined) };
  const entries = [
    { act: 'make_household', label: i18n._('Make a household'), icon: HousePlus, asks: 'new-home' as const },
    { act: 'edit', label: i18n._('Change it'), icon: Pencil, asks: 'edit' as const },
    { act: 'ask_tier', label: i18n._('Ask for another size'), icon: Scaling, asks: 'tier' as const },
    {
      act: 'leave',
      label: i18n._('Stop administering it'),
      icon: LogOut,
      asks: 'leave' as const,
      danger: true,
    },
    { act: 'close', label: i18n._('Close it'), icon: X, asks: 'close' as const, danger: true },
  ]
    .filter(({ act }) => organisation.available_actions.includes(act))
    .map(({ asks, act: _act, ...entry }) => ({ ...entry, onSelect: () => setAsking(asks) }));
  return (
    <>
      <MenuButton
        trigger={
          <IconButton
            icon={Ellipsis}
            size="small"
            label={i18n._('More about {name}', { name: organisation.name })}
          />
        }
        entries={entries}
      />
      <Suspense>
        {asking === 'edit' && <EditDialog {...asked} />}
        {asking === 'tier' && <AskTierDialog {...asked} />}
        {asking === 'new-home' && <NewHomeDialog {...asked} />}
        {asking === 'close' && <CloseDialog {...asked} />}
        {asking === 'leave' && <LeaveOrganisationDialog {...asked} />}
      </Suspense>
    </>
  );
}

type Kind = 'administrator' | 'household';

function Invite({ id }: { id: string }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState('');
  const [kind, setKind] = useState<Kind>('household');
  const queries = useQueryClient();
  const invite = useMutation({
    mutationFn: () =>
      got(
        api.POST('/organisations/{id}/invitations/', {
          params: { path: { id } },
          body: { kind, email: email.trim() },
        }),
      ),
    onSuccess: () => {
      setEmail('');
      void queries.invalidateQueries({ queryKey: ['organisations', id, 'invitations'] });
      showToast({ title: i18n._('The invitation is on its way') });
    },
  });
  return (
    <form
      className="mt-4 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_11rem_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <TextField
        label={i18n._('Email of whom you invite')}
        type="email"
        maxLength={254}
        value={email}
        error={invite.isError ? sayProblem(invite.error) : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Select<Kind>
        label={i18n._('As')}
        value={kind}
        choices={[
          { value: 'household', label: i18n._('A household') },
          { value: 'administrator', label: i18n._('An administrator') },
        ]}
        onChange={setKind}
      />
      <SignalButton type="submit" busy={invite.isPending} disabled={!email.includes('@')}>
        {i18n._('Invite')}
      </SignalButton>
    </form>
  );
}
