import type { Transaction, TransactionChange } from '@kinwise/api-client/schema';
import { type Day, parseDay } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { type Choice, Select } from '../../../ui/select.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { isNegative, sizeOf } from '../parts/amounts.ts';
import { categoryIcon } from '../parts/category-icon.ts';
import { accountsInOrder, categoriesInOrder, type LedgerFacts } from '../parts/facts.ts';
import { TagPicker } from './tag-picker.tsx';

type FieldsProps = { row: Transaction; facts: LedgerFacts; mayEdit: boolean; withCategory: boolean };

/** Everything about an entry that can be changed by itself. A field is kept when one leaves it; there is no save button. */
export function EntryFields({ row, facts, mayEdit, withCategory }: FieldsProps) {
  const { i18n } = useLingui();
  const write = useWrite();
  const set = (body: TransactionChange) => void write.update('transaction', row.id, body);
  const shared = { row, facts, set };
  return (
    <fieldset disabled={!mayEdit} className="space-y-4">
      <legend className="sr-only">{i18n._('About this entry')}</legend>
      <KeptText
        label={i18n._('Payee')}
        value={row.payee ?? ''}
        onKeep={(payee) => set({ payee })}
        maxLength={200}
      />
      {withCategory && <CategoryField {...shared} />}
      <AmountAndDay {...shared} />
      <Where {...shared} />
      <People {...shared} />
      <TagPicker row={row} facts={facts} mayEdit={mayEdit} />
      <KeptText
        area
        label={i18n._('Notes')}
        value={row.notes ?? ''}
        onKeep={(notes) => set({ notes })}
        maxLength={4000}
      />
      <BankWords row={row} />
    </fieldset>
  );
}

type PartProps = Pick<FieldsProps, 'row' | 'facts'> & { set: (body: TransactionChange) => void };

function CategoryField({ row, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const kind = isNegative(row.amount) ? 'expense' : 'income';
  const fitting = categoriesInOrder(facts.categories).filter(
    (one) => one.kind === kind || one.kind === 'both' || one.id === row.category_id,
  );
  const choices = fitting.map((category): Choice => {
    const note = facts.nameOf(category.parent_id);
    const label = facts.nameOf(category.id) ?? category.name;
    return {
      value: category.id,
      label,
      icon: categoryIcon(category.icon),
      ...(note !== undefined && { note }),
    };
  });
  return (
    <Combobox
      label={i18n._('Category')}
      placeholder={i18n._('No category')}
      choices={choices}
      value={row.category_id ?? undefined}
      onChange={(id) => set({ category_id: id ?? null, needs_review: false })}
    />
  );
}

function AmountAndDay({ row, set }: PartProps) {
  const { i18n } = useLingui();
  const fixed = row.type === 'transfer' || (row.splits ?? []).length > 0;
  const sign = isNegative(row.amount) ? '-' : '';
  const amount = useKept(sizeOf(row.amount), (typed) => {
    const isOther = /[1-9]/.test(typed) && sign + typed !== row.amount;
    if (isOther) set({ amount: sign + typed });
    return isOther;
  });
  return (
    <div className="grid grid-cols-2 gap-3">
      <div onFocus={amount.onFocus} onBlur={amount.onBlur}>
        <MoneyField
          label={isNegative(row.amount) ? i18n._('Spent') : i18n._('Received')}
          currency={row.currency}
          value={amount.value}
          // What is no amount is not kept, and what was there comes back.
          onChange={(typed) => amount.onType(typed ?? '')}
          disabled={fixed}
          {...(fixed && row.type !== 'transfer' && { hint: i18n._('Fixed by its parts') })}
        />
      </div>
      <KeptDay day={row.occurred_on} onKeep={(occurred_on) => set({ occurred_on })} />
    </div>
  );
}

/** Typed in parts: the tenth month is the first for a moment. So it counts when one leaves the field, as all here do. */
function KeptDay({ day, onKeep }: { day: Day; onKeep: (day: Day) => void }) {
  const { i18n } = useLingui();
  const { onType, ...kept } = useKept(day, (text) => {
    const next = parseDay(text);
    if (next && next !== day) onKeep(next);
    return next !== undefined && next !== day;
  });
  return (
    <TextField type="date" label={i18n._('Day')} {...kept} onChange={(event) => onType(event.target.value)} />
  );
}

function Where({ row, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const account = facts.accounts.get(row.account_id);
  // An entry keeps its currency, so it can move only between accounts of the same.
  const fitting = accountsInOrder(facts).filter((one) => one.currency === row.currency);
  const choices = account && !fitting.includes(account) ? [account, ...fitting] : fitting;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={i18n._('Account')}
        choices={choices.map((one) => ({ value: one.id, label: one.name }))}
        value={row.account_id}
        onChange={(account_id) => set({ account_id })}
        disabled={row.type === 'transfer'}
      />
      <Select
        label={i18n._('State')}
        value={row.status}
        onChange={(status) => set({ status })}
        choices={[
          { value: 'completed', label: i18n._('Completed') },
          { value: 'pending', label: i18n._('Pending') },
          { value: 'cancelled', label: i18n._('Cancelled') },
          { value: 'failed', label: i18n._('Failed') },
        ]}
      />
    </div>
  );
}

const NOBODY = 'nobody';

function People({ row, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const people = [...facts.people.values()].filter(
    (person) =>
      person.status === 'active' || person.user_id === row.payer_id || person.user_id === row.beneficiary_id,
  );
  if (people.length < 2) return null;
  const choices = (nobody: string) => [
    { value: NOBODY, label: nobody },
    ...people.map((person) => ({ value: person.user_id, label: person.display_name })),
  ];
  const idOf = (value: string) => (value === NOBODY ? null : value);
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={isNegative(row.amount) ? i18n._('Paid by') : i18n._('Received by')}
        choices={choices(i18n._('Nobody in particular'))}
        value={row.payer_id ?? NOBODY}
        onChange={(value) => set({ payer_id: idOf(value) })}
      />
      <Select
        label={i18n._('For')}
        choices={choices(i18n._('Everybody'))}
        value={row.beneficiary_id ?? NOBODY}
        onChange={(value) => set({ beneficiary_id: idOf(value) })}
      />
    </div>
  );
}

/** What the bank wrote, as it wrote it. */
function BankWords({ row }: { row: Transaction }) {
  const { i18n } = useLingui();
  const facts: [string, string][] = [];
  if (row.memo) facts.push([i18n._('The bank wrote'), row.memo]);
  if (row.reference) facts.push([i18n._('Reference'), row.reference]);
  if (facts.length === 0) return null;
  return (
    <dl className="space-y-1 text-sm">
      {facts.map(([name, text]) => (
        <div key={name} className="flex gap-3">
          <dt className="w-32 shrink-0 text-ink-3">{name}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A text that is kept when one leaves the field, if it has changed. */
function KeptText({
  label,
  value,
  onKeep,
  maxLength,
  area = false,
}: {
  label: string;
  value: string;
  onKeep: (text: string) => void;
  maxLength: number;
  area?: boolean;
}) {
  const { onType, ...kept } = useKept(value, (text) => {
    if (text.trim() !== value) onKeep(text.trim());
    return text.trim() !== value;
  });
  const shared = {
    label,
    maxLength,
    ...kept,
    onChange: (event: React.ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
      onType(event.target.value),
  };
  return area ? <TextArea rows={2} {...shared} /> : <TextField autoComplete="off" {...shared} />;
}
