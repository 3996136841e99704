import type { StaffMember, StaffOrganisation } from '@kinwise/api-client/schema';
import { reachesStaff } from '@kinwise/core/staff';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { TIERS, tierName } from '../screens/settings/organisations/organisation-words.ts';
import { sayProblem } from '../shell/say-problem.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Pill } from '../ui/chip.tsx';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { ProblemNote, SkeletonRows } from '../ui/states.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { More, ReasonDialog, Title } from './parts.tsx';
import { Way } from './way.tsx';

/** Organisations: how much room each has bought, who asks for more, and giving it. */
export function OrganisationsScreen({ me }: { me: StaffMember }) {
  const { i18n } = useLingui();
  const [q, setQ] = useState('');
  const [asking, setAsking] = useState<'true' | 'false'>('false');
  const [cursor, setCursor] = useState<string>();
  const [chosen, setChosen] = useState<StaffOrganisation>();
  const query = { q, asking, ...(cursor !== undefined && { cursor }) };
  const found = useQuery({
    queryKey: ['staff', 'organisations', query],
    queryFn: () => got(api.GET('/admin/organisations/', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title note={i18n._('How many households each has room for. Nothing of what they share with it.')}>
        {i18n._('Organisations')}
      </Title>
      <Card>
        <div className="mb-3 grid gap-3 sm:grid-cols-2">
          <TextField
            type="search"
            label={i18n._('Name or id')}
            maxLength={100}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
              setCursor(undefined);
            }}
          />
          <Select
            label={i18n._('Which')}
            value={asking}
            choices={[
              { value: 'false', label: i18n._('All') },
              { value: 'true', label: i18n._('Those that ask for another size') },
            ]}
            onChange={(value) => {
              setAsking(value);
              setCursor(undefined);
            }}
          />
        </div>
        {found.isPending && <SkeletonRows />}
        {found.isError && (
          <ProblemNote title={i18n._('The organisations could not be read')}>
            {sayProblem(found.error)}
          </ProblemNote>
        )}
        {found.data?.results.length === 0 && <p className="text-sm text-ink-3">{i18n._('None was found')}</p>}
        <ul className="divide-y divide-line" aria-label={i18n._('Organisations')}>
          {found.data?.results.map((one) => (
            <Line
              key={one.id}
              one={one}
              onSet={reachesStaff(me.role, 'manager') ? () => setChosen(one) : undefined}
            />
          ))}
        </ul>
        <More next={found.data?._meta.next_cursor} onMore={setCursor} />
      </Card>
      {chosen && <SetTier organisation={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function Line({ one, onSet }: { one: StaffOrganisation; onSet: (() => void) | undefined }) {
  const { i18n } = useLingui();
  const { name, tier, capacity, households_count: count, asked_tier: asked, owner } = one;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium break-words">
          {name}
          {asked && (
            <Pill tone="close">{i18n._('asks for {size}', { size: tierName(asked).toLowerCase() })}</Pill>
          )}
          {count > capacity && <Pill tone="over">{i18n._('Over its room')}</Pill>}
        </p>
        <p className="text-sm break-words text-ink-3">
          {i18n._('{size}: {count} of {capacity} households', { size: tierName(tier), count, capacity })} ·{' '}
          <Way to={`users/${owner.id}`} className="text-brand-text underline underline-offset-2">
            {owner.name}
          </Way>
        </p>
      </div>
      {onSet && (
        <Button size="small" onClick={onSet} aria-label={i18n._('Set the size of {name}', { name })}>
          {i18n._('Set the size')}
        </Button>
      )}
    </li>
  );
}

function SetTier({ organisation, onClose }: { organisation: StaffOrganisation; onClose: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const { id, name, tier: has, asked_tier: asked, version } = organisation;
  const [tier, setTier] = useState(asked ?? has);
  const set = useMutation({
    mutationFn: (reason: string) =>
      got(
        api.POST('/admin/organisations/{id}/tier/', {
          params: { path: { id } },
          headers: { 'If-Match': `"v${version}"` },
          body: { tier, reason },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['staff', 'organisations'] });
      showToast({ title: i18n._('The size is set') });
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      title={i18n._('Set the size of {name}', { name })}
      confirm={i18n._('Set it')}
      busy={set.isPending}
      error={set.error}
      onConfirm={(reason) => set.mutate(reason)}
      onClose={onClose}
      before={
        <Select
          label={i18n._('Size')}
          choices={TIERS.map((value) => ({ value, label: tierName(value) }))}
          value={tier}
          onChange={setTier}
        />
      }
    >
      {i18n._('Households that belong to it stay, also when there are more than it has room for then.')}
    </ReasonDialog>
  );
}
