import type { Household } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { nextPayDay, type PayCycle } from '@kinwise/core/pay-periods';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import {
  currencyChoices,
  householdTypes,
  payCycleChoices,
  timeZoneChoices,
} from '../parts/household-words.ts';
import { isWholeCycle, PayCycleFields } from '../parts/pay-cycle-fields.tsx';
import { useHouseholdChange, useHouseholdRow } from './use-household-rows.ts';

/** Name, kind, currency, clock and pay cycle; those who may not change them read them. */
export function HouseholdCard() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const row = useHouseholdRow();
  return (
    <Card>
      <CardHeader title={i18n._('The household')} />
      {!row ? (
        <SkeletonRows rows={3} />
      ) : household.may('household.edit') ? (
        <Form key={row.version} row={row} />
      ) : (
        <Facts row={row} />
      )}
    </Card>
  );
}

type Wish = Pick<Household, 'name' | 'type' | 'currency' | 'time_zone' | 'pay_cycle'>;

function Form({ row }: { row: Household }) {
  const { i18n } = useLingui();
  const [wish, setWish] = useState<Wish>(row);
  const set = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const changed = changesOf(row, wish);
  const save = useHouseholdChange((body: Partial<Wish>) =>
    got(api.PATCH('/households/{id}/', { params: { path: { id: row.id } }, body })),
  );
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(changed, { onSuccess: () => showToast({ title: i18n._('Saved') }) });
      }}
    >
      {save.isError && <ProblemNote title={i18n._('It was not saved')}>{sayProblem(save.error)}</ProblemNote>}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={i18n._('Name')}
          value={wish.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
        <Select
          label={i18n._('Kind')}
          choices={householdTypes().map((one) => ({ value: one.type, label: one.label }))}
          value={wish.type}
          onChange={(type) => set({ type })}
        />
      </div>
      <PayCycleFields cycle={wish.pay_cycle} onChange={(pay_cycle: PayCycle) => set({ pay_cycle })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Combobox
          label={i18n._('Currency')}
          choices={currencyChoices()}
          value={wish.currency}
          onChange={(currency) => set({ currency: currency ?? row.currency })}
        />
        <Combobox
          label={i18n._('Time zone')}
          choices={timeZoneChoices(wish.time_zone)}
          value={wish.time_zone}
          onChange={(zone) => set({ time_zone: zone ?? row.time_zone })}
        />
      </div>
      <SignalButton
        type="submit"
        kind="primary"
        busy={save.isPending}
        disabled={
          Object.keys(changed).length === 0 || wish.name.trim() === '' || !isWholeCycle(wish.pay_cycle)
        }
      >
        {i18n._('Save')}
      </SignalButton>
    </form>
  );
}

function changesOf(row: Household, wish: Wish): Partial<Wish> {
  const names = ['name', 'type', 'currency', 'time_zone', 'pay_cycle'] as const;
  const changed = names.filter((name) => JSON.stringify(row[name]) !== JSON.stringify(wish[name]));
  return Object.fromEntries(changed.map((name) => [name, wish[name]])) as Partial<Wish>;
}

function Facts({ row }: { row: Household }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const facts: [string, string | undefined][] = [
    [i18n._('Kind'), householdTypes().find((one) => one.type === row.type)?.label],
    [i18n._('Pay comes'), payCycleChoices().find((one) => one.value === row.pay_cycle.kind)?.label],
    [i18n._('The next payday'), formatDay(nextPayDay(row.pay_cycle, today), 'medium', { ...locale, today })],
    [i18n._('Currency'), row.currency],
    [i18n._('Time zone'), row.time_zone],
  ];
  return (
    <dl className="divide-y divide-line">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-3 py-2.5">
          <dt className="text-ink-3">{name}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
