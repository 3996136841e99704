import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { useHousehold } from '../../../shell/household.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { type Choice, Select } from '../../../ui/select.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { categoryIcon } from '../parts/category-icon.ts';
import { accountsInOrder, categoriesInOrder, type LedgerFacts } from '../parts/facts.ts';
import { type Filters, idList, joinIds, type ListSearch } from './filters.ts';

type FilterSheetProps = {
  search: ListSearch;
  facts: LedgerFacts;
  /** How many entries are found; undefined while they are looked for. */
  found: number | undefined;
  onChange: (change: { readonly [Name in keyof Filters]?: Filters[Name] | undefined }) => void;
  onClear: () => void;
  onClose: () => void;
};

/** Every filter of the list. Each takes effect at once; the address keeps them. */
export function FilterSheet({ search, facts, found, onChange, onClear, onClose }: FilterSheetProps) {
  const { i18n } = useLingui();
  const set = <Name extends keyof Filters>(name: Name, value: Filters[Name] | undefined) =>
    onChange({ [name]: value } as never);
  const parts = { search, facts, set, onChange };
  return (
    <Sheet
      open
      onClose={onClose}
      title={i18n._('Filter')}
      actions={
        <>
          <Button className="flex-1" onClick={onClear}>
            {i18n._('Clear all')}
          </Button>
          <Button kind="primary" className="flex-1" onClick={onClose}>
            {found === undefined
              ? i18n._('Show')
              : i18n._('{count, plural, one {Show # entry} other {Show # entries}}', { count: found })}
          </Button>
        </>
      }
    >
      <div className="space-y-5 pb-2">
        <KindFilter {...parts} />
        <DayFilter {...parts} />
        <AccountFilter {...parts} />
        <CategoryFilter {...parts} />
        <AmountFilter {...parts} />
        <PeopleFilter {...parts} />
        <StateFilter {...parts} />
      </div>
    </Sheet>
  );
}

type PartProps = Pick<FilterSheetProps, 'search' | 'facts' | 'onChange'> & {
  set: <Name extends keyof Filters>(name: Name, value: Filters[Name] | undefined) => void;
};

function KindFilter({ search, set }: PartProps) {
  const { i18n } = useLingui();
  return (
    <Segments
      label={i18n._('Kind')}
      className="flex w-full"
      value={search.type ?? 'all'}
      onChange={(type) => set('type', type === 'all' ? undefined : type)}
      choices={[
        { name: 'all', label: i18n._('All') },
        { name: 'expense', label: i18n._('Spent') },
        { name: 'income', label: i18n._('Received') },
        { name: 'transfer', label: i18n._('Transfers') },
      ]}
    />
  );
}

function DayFilter({ search, set, onChange }: PartProps) {
  const { i18n } = useLingui();
  const { today } = useHousehold();
  const month = monthOf(today);
  const last = monthOf(addMonths(firstOfMonth(month), -1));
  const spans = [
    { label: i18n._('This month'), from: firstOfMonth(month), to: lastOfMonth(month) },
    { label: i18n._('Last month'), from: firstOfMonth(last), to: lastOfMonth(last) },
    { label: i18n._('30 days'), from: addDays(today, -29), to: today },
    { label: i18n._('12 months'), from: addDays(addMonths(today, -12), 1), to: today },
  ];
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-2">{i18n._('Days')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {spans.map(({ label, from, to }) => {
          const chosen = search.from === from && search.to === to;
          return (
            <Chip
              key={label}
              chosen={chosen}
              onClick={() => onChange(chosen ? { from: undefined, to: undefined } : { from, to })}
            >
              {label}
            </Chip>
          );
        })}
      </div>
      <div className="mt-3 grid grid-cols-2 gap-3">
        <DayField label={i18n._('From')} value={search.from} onChange={(day) => set('from', day)} />
        <DayField label={i18n._('To')} value={search.to} onChange={(day) => set('to', day)} />
      </div>
    </fieldset>
  );
}

function AccountFilter({ search, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const chosen = idList(search.account_id);
  const accounts = accountsInOrder(facts, true);
  if (accounts.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-2">{i18n._('Accounts')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {accounts.map(({ id, name }) => (
          <Chip
            key={id}
            chosen={chosen.includes(id)}
            onClick={() => set('account_id', toggledIn(chosen, id))}
          >
            {name}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

function CategoryFilter({ search, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const chosen = idList(search.category_id);
  const left = categoriesInOrder(facts.categories).filter((category) => !chosen.includes(category.id));
  const choices = left.map((category): Choice => {
    const note = facts.nameOf(category.parent_id);
    const label = facts.nameOf(category.id) ?? category.name;
    return {
      value: category.id,
      label,
      icon: categoryIcon(category.icon),
      ...(note !== undefined && { note }),
    };
  });
  const tags = [...facts.tags.values()];
  const chosenTags = idList(search.tag_id);
  return (
    <div className="space-y-3">
      <Combobox
        label={i18n._('Category')}
        placeholder={i18n._('Find a category')}
        choices={choices}
        value={undefined}
        onChange={(id) => id && set('category_id', toggledIn(chosen, id))}
      />
      {(chosen.length > 0 || tags.length > 0) && (
        <div className="flex flex-wrap gap-2">
          {chosen.map((id) => (
            <Chip key={id} chosen onClick={() => set('category_id', toggledIn(chosen, id))}>
              {facts.nameOf(id) ?? i18n._('Something that is gone')}
            </Chip>
          ))}
          {tags.map((tag) => (
            <Chip
              key={tag.id}
              chosen={chosenTags.includes(tag.id)}
              onClick={() => set('tag_id', toggledIn(chosenTags, tag.id))}
            >
              #{tag.name}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

function AmountFilter({ search, set }: PartProps) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  return (
    <div className="grid grid-cols-2 gap-3">
      <MoneyField
        label={i18n._('At least')}
        currency={currency}
        value={search.min ?? ''}
        onChange={(wire) => wire !== undefined && set('min', wire === '' ? undefined : wire)}
      />
      <MoneyField
        label={i18n._('At most')}
        currency={currency}
        value={search.max ?? ''}
        onChange={(wire) => wire !== undefined && set('max', wire === '' ? undefined : wire)}
      />
    </div>
  );
}

function PeopleFilter({ search, facts, set }: PartProps) {
  const { i18n } = useLingui();
  const people = [...facts.people.values()];
  if (people.length < 2) return null;
  const choices = [
    { value: 'all', label: i18n._('Anybody') },
    ...people.map((person) => ({ value: person.user_id, label: person.display_name })),
  ];
  const one = (name: 'member_id' | 'beneficiary_id' | 'author_id', label: string) => (
    <Select
      label={label}
      choices={choices}
      value={search[name] ?? 'all'}
      onChange={(id) => set(name, id === 'all' ? undefined : id)}
    />
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {one('member_id', i18n._('Paid by'))}
      {one('beneficiary_id', i18n._('For'))}
      {one('author_id', i18n._('Entered by'))}
    </div>
  );
}

function StateFilter({ search, set }: PartProps) {
  const { i18n } = useLingui();
  const flags = [
    { name: 'needs_review', label: i18n._('Needs a look') },
    { name: 'uncategorised', label: i18n._('No category') },
    { name: 'waiting', label: i18n._('Waiting to be sent') },
    { name: 'has_splits', label: i18n._('With parts') },
  ] as const;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {flags.map(({ name, label }) => (
          <Chip
            key={name}
            chosen={search[name] === true}
            onClick={() => set(name, search[name] ? undefined : true)}
          >
            {label}
          </Chip>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={i18n._('State')}
          value={search.status ?? 'all'}
          onChange={(status) => set('status', status === 'all' ? undefined : (status as Filters['status']))}
          choices={[
            { value: 'all', label: i18n._('Any') },
            { value: 'pending', label: i18n._('Pending') },
            { value: 'completed', label: i18n._('Completed') },
            { value: 'cancelled', label: i18n._('Cancelled') },
            { value: 'failed', label: i18n._('Failed') },
          ]}
        />
        <Select
          label={i18n._('Where from')}
          value={search.source ?? 'all'}
          onChange={(source) => set('source', source === 'all' ? undefined : (source as Filters['source']))}
          choices={[
            { value: 'all', label: i18n._('Anywhere') },
            { value: 'manual', label: i18n._('Entered by hand') },
            { value: 'import', label: i18n._('From a bank file') },
            { value: 'system', label: i18n._('Made by KinWise') },
          ]}
        />
      </div>
    </div>
  );
}

function toggledIn(chosen: readonly string[], id: string): string | undefined {
  return joinIds(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
}
