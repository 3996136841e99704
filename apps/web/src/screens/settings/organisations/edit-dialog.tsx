import type { Organisation } from '@kinwise/api-client/schema';
import type { PayCycleKind } from '@kinwise/core/pay-periods';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { FormDialog } from '../../form-dialog.tsx';
import type { Wrong } from '../../form-dialog.tsx';
import { currencyChoices, payCycleChoices } from '../../home/parts/household-words.ts';
import { monthChoices } from './organisation-words.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

type Rhythm = Exclude<PayCycleKind, 'custom'>;
type Wish = {
  name: string;
  financial_year_start: string;
  currency: string;
  pay_cycle: Rhythm;
};
type Props = { organisation: Organisation; onClose: () => void };

/** What the owner can change of an organisation. */
export function EditDialog({ organisation, onClose }: Props) {
  const { i18n } = useLingui();
  const { id, name, version, financial_year_start, currency, pay_cycle } = organisation;
  const [wish, setWish] = useState<Wish>({
    name,
    financial_year_start,
    currency,
    pay_cycle: pay_cycle as Rhythm,
  });
  const save = useOrganisationChange(() => {
    const headers = { 'If-Match': `"v${version}"` };
    const body = { ...wish, name: wish.name.trim() };
    return got(api.PATCH('/organisations/{id}/', { params: { path: { id } }, headers, body }));
  });
  return (
    <FormDialog
      onClose={onClose}
      title={i18n._('Change {name}', { name })}
      ready={wish.name.trim() !== ''}
      refused={i18n._('It was not saved')}
      pointers={['/name', '/financial_year_start']}
      save={() => save.mutateAsync(undefined)}
      onSaved={() => showToast({ title: i18n._('Saved') })}
    >
      {(wrong) => <Fields wish={wish} wrong={wrong} onChange={(part) => setWish({ ...wish, ...part })} />}
    </FormDialog>
  );
}

type FieldsProps = {
  wish: Wish;
  wrong: Wrong;
  onChange: (part: Partial<Wish>) => void;
};

function Fields({ wish, wrong, onChange }: FieldsProps) {
  const { i18n } = useLingui();
  const rhythms = payCycleChoices().filter((one) => one.value !== 'custom');
  return (
    <>
      <TextField
        label={i18n._('Name')}
        maxLength={80}
        autoComplete="off"
        autoFocus
        value={wish.name}
        error={wrong('/name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <YearStart {...{ wish, wrong, onChange }} />
      <p className="text-sm text-ink-3">{i18n._('New households under it begin with:')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Combobox
          label={i18n._('Currency')}
          choices={currencyChoices()}
          value={wish.currency}
          onChange={(currency) => onChange({ currency: currency ?? wish.currency })}
        />
        <Select
          label={i18n._('Pay comes')}
          choices={rhythms}
          value={wish.pay_cycle}
          onChange={(pay_cycle) => onChange({ pay_cycle: pay_cycle as Rhythm })}
        />
      </div>
    </>
  );
}

function YearStart({ wish, wrong, onChange }: FieldsProps) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const [month = '01', day = '01'] = wish.financial_year_start.split('-');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={i18n._('The financial year begins in')}
        choices={monthChoices(locale)}
        value={month}
        onChange={(next) => onChange({ financial_year_start: `${next}-${day}` })}
      />
      <TextField
        label={i18n._('On which day of it')}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        value={String(Number(day) || '')}
        error={wrong('/financial_year_start')}
        onChange={(event) => {
          const typed = event.target.value.replace(/\D/g, '').padStart(2, '0').slice(-2);
          onChange({ financial_year_start: `${month}-${typed}` });
        }}
      />
    </div>
  );
}
