import type { Organisation, OrganisationHousehold } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Money } from '../../../ui/money.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** One organisation of the person's: its households with what they share, its administrators, invitations. */
export function OrganisationCard({ organisation }: { organisation: Organisation }) {
  const { i18n } = useLingui();
  const { id, name, tier, capacity, households_count: count, financial_year_start: year } = organisation;
  const homes = useQuery({
    queryKey: ['organisations', id, 'households'],
    queryFn: async () =>
      (await got(api.GET('/organisations/{id}/households/', { params: { path: { id } } }))).results,
  });
  return (
    <Card>
      <CardHeader
        title={name}
        note={i18n._('{count} of {capacity} households ({tier}); financial year from {year}', {
          count,
          capacity,
          tier,
          year,
        })}
        aside={organisation.is_owner && <Pill>{i18n._('Owner')}</Pill>}
      />
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
          <HomeLine key={home.id} home={home} />
        ))}
      </ul>
      <Administrators organisation={organisation} />
      <Invite id={id} />
    </Card>
  );
}

function HomeLine({ home }: { home: OrganisationHousehold }) {
  const { i18n } = useLingui();
  const { totals, categories } = home;
  return (
    <li className="py-3">
      <p className="font-semibold break-words">{home.name}</p>
      {totals === null ? (
        <p className="text-sm text-ink-3">{i18n._('Shares nothing')}</p>
      ) : (
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-2">
          <span>
            {i18n._('{count, plural, one {# member} other {# members}}', { count: totals.members })}
          </span>
          <span>
            {i18n._('Net worth')} <Money amount={totals.net_worth} currency={totals.currency} />
          </span>
          <span>
            {i18n._('In')} <Money amount={totals.income} currency={totals.currency} />
          </span>
          <span>
            {i18n._('Out')} <Money amount={totals.expense} currency={totals.currency} />
          </span>
        </p>
      )}
      {totals && categories && categories.length > 0 && (
        <ul className="mt-1 text-sm text-ink-3">
          {categories.map((one) => (
            <li key={one.name} className="flex justify-between gap-3">
              <span>{one.name === '' ? i18n._('Without a category') : one.name}</span>
              <Money amount={one.expense === '0.00' ? one.income : one.expense} currency={totals.currency} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Administrators({ organisation }: { organisation: Organisation }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const { id } = organisation;
  const key = ['organisations', id, 'administrators'];
  const people = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await got(api.GET('/organisations/{id}/administrators/', { params: { path: { id } } }))).results,
  });
  const again = () => void queries.invalidateQueries({ queryKey: ['organisations'] });
  const remove = useMutation({
    mutationFn: (user_id: string) =>
      got(api.DELETE('/organisations/{id}/administrators/{user_id}/', { params: { path: { id, user_id } } })),
    onSuccess: again,
  });
  const handOver = useMutation({
    mutationFn: (user_id: string) =>
      got(api.POST('/organisations/{id}/hand-over/', { params: { path: { id } }, body: { user_id } })),
    onSuccess: again,
  });
  const failed = remove.error ?? handOver.error;
  return (
    <section className="mt-4" aria-label={i18n._('Administrators')}>
      <h3 className="mb-1 text-sm text-ink-3">{i18n._('Administrators')}</h3>
      {failed && <ProblemNote title={i18n._('It was not changed')}>{sayProblem(failed)}</ProblemNote>}
      <ul className="divide-y divide-line">
        {people.data?.map((one) => (
          <li key={one.user_id} className="flex flex-wrap items-center gap-2 py-2">
            <span className="min-w-0 flex-1 basis-40 break-words">
              {one.name} <span className="text-sm text-ink-3">{one.email}</span>
            </span>
            {organisation.is_owner && !one.is_owner && (
              <>
                <Button size="small" onClick={() => handOver.mutate(one.user_id)}>
                  {i18n._('Hand over')}
                </Button>
                <Button size="small" kind="danger" onClick={() => remove.mutate(one.user_id)}>
                  {i18n._('Remove')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Kind = 'administrator' | 'household';

function Invite({ id }: { id: string }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState('');
  const [kind, setKind] = useState<Kind>('household');
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
