import type { Day } from '@kinwise/core/days';
import { formatDay, formatMoney, type FormatLocale } from '@kinwise/core/format';
import type { I18n } from '@lingui/core';
import type { LedgerFacts } from '../parts/facts.ts';
import { type Filters, idList } from './filters.ts';

/** A filter in force, as a chip says it, with the filters that its cross takes away. */
export type FilterChip = { readonly label: string; readonly names: readonly (keyof Filters)[] };

type Words = { i18n: I18n; locale: FormatLocale; facts: LedgerFacts; currency: string; today: Day };

/** Every filter in force but the search text, which has its own field. */
export function chipsOf(filters: Filters, words: Words): readonly FilterChip[] {
  const { i18n, facts } = words;
  const named = (name: keyof Filters, label: (id: string) => string | undefined): FilterChip[] => {
    const ids = idList(filters[name] as string | undefined);
    const [first] = ids;
    if (first === undefined) return [];
    const text = label(first) ?? i18n._('Something that is gone');
    return [
      {
        label: ids.length > 1 ? i18n._('{text} and {count} more', { text, count: ids.length - 1 }) : text,
        names: [name],
      },
    ];
  };
  const person = (id: string) => facts.people.get(id)?.display_name;
  return [
    ...named('account_id', (id) => facts.accounts.get(id)?.name),
    ...named('category_id', facts.nameOf),
    ...named('tag_id', (id) => facts.tags.get(id)?.name),
    ...named('member_id', (id) => i18n._('Paid by {name}', { name: person(id) ?? '?' })),
    ...named('beneficiary_id', (id) => i18n._('For {name}', { name: person(id) ?? '?' })),
    ...named('author_id', (id) => i18n._('Entered by {name}', { name: person(id) ?? '?' })),
    ...named('merchant_id', () => i18n._('One merchant')),
    ...named('import_id', () => i18n._('One bank file')),
    ...plainChips(filters, words),
    ...rangeChips(filters, words),
  ];
}

function plainChips(filters: Filters, { i18n }: Words): FilterChip[] {
  const texts: Record<string, string> = {
    income: i18n._('Received'),
    expense: i18n._('Spent'),
    transfer: i18n._('Transfers'),
    pending: i18n._('Pending'),
    completed: i18n._('Completed'),
    failed: i18n._('Failed'),
    cancelled: i18n._('Cancelled'),
    manual: i18n._('Entered by hand'),
    import: i18n._('From a bank file'),
    voice: i18n._('Said'),
    receipt: i18n._('From a receipt'),
    feed: i18n._('From the bank'),
    system: i18n._('Made by KinWise'),
  };
  const chips: FilterChip[] = [];
  const add = (name: keyof Filters, label: string | undefined) => {
    if (label !== undefined) chips.push({ label, names: [name] });
  };
  for (const name of ['type', 'status', 'source'] as const) add(name, texts[filters[name] ?? '']);
  add('currency', filters.currency);
  add('payee', filters.payee === undefined ? undefined : `“${filters.payee}”`);
  add('uncategorised', filters.uncategorised && i18n._('No category'));
  add('needs_review', filters.needs_review && i18n._('Needs a look'));
  add('waiting', filters.waiting && i18n._('Waiting to be sent'));
  add('has_splits', flag(filters.has_splits, i18n._('With parts'), i18n._('Without parts')));
  add('has_transfer', flag(filters.has_transfer, i18n._('Transfers'), i18n._('No transfers')));
  return chips;
}

function rangeChips({ from, to, min, max }: Filters, { i18n, locale, currency, today }: Words): FilterChip[] {
  const chips: FilterChip[] = [];
  const day = (on: NonNullable<Filters['from']>) => formatDay(on, 'short', { ...locale, today });
  if (from && to)
    chips.push({ label: from === to ? day(from) : `${day(from)} – ${day(to)}`, names: ['from', 'to'] });
  else if (from) chips.push({ label: i18n._('Since {day}', { day: day(from) }), names: ['from'] });
  else if (to) chips.push({ label: i18n._('Until {day}', { day: day(to) }), names: ['to'] });
  const money = (amount: string) => formatMoney({ amount, currency }, locale);
  if (min && max) chips.push({ label: `${money(min)} – ${money(max)}`, names: ['min', 'max'] });
  else if (min) chips.push({ label: i18n._('From {amount}', { amount: money(min) }), names: ['min'] });
  else if (max) chips.push({ label: i18n._('Up to {amount}', { amount: money(max) }), names: ['max'] });
  return chips;
}

function flag(value: boolean | undefined, yes: string, no: string): string | undefined {
  if (value === undefined) return undefined;
  return value ? yes : no;
}
