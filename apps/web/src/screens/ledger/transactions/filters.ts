import { type Day, parseDay } from '@kinwise/core/days';

/**
 * Which entries a list shows, as it stands in the address. The names are those of the API, so that a link of the server
 * opens what it speaks of. Several ids are joined by commas.
 */
export type Filters = {
  readonly q?: string;
  readonly account_id?: string;
  readonly category_id?: string;
  readonly tag_id?: string;
  readonly member_id?: string;
  readonly beneficiary_id?: string;
  readonly author_id?: string;
  readonly merchant_id?: string;
  readonly import_id?: string;
  readonly currency?: string;
  readonly payee?: string;
  readonly type?: 'income' | 'expense' | 'transfer';
  readonly status?: 'pending' | 'completed' | 'failed' | 'cancelled';
  readonly source?: 'manual' | 'import' | 'voice' | 'receipt' | 'feed' | 'system';
  readonly from?: Day;
  readonly to?: Day;
  /** Sizes without a sign: $20 to $50 finds what was spent and what was received. */
  readonly min?: string;
  readonly max?: string;
  readonly uncategorised?: true;
  readonly needs_review?: true;
  readonly has_splits?: boolean;
  readonly has_transfer?: boolean;
  readonly waiting?: true;
};

export type Sort = 'newest' | 'oldest' | 'largest' | 'smallest';

export type View = 'trash' | 'transfers';

export type ListSearch = Filters & {
  readonly sort?: Exclude<Sort, 'newest'>;
  readonly view?: View;
  /** The entry whose details lie over the list. */
  readonly entry?: string;
};

const IDS = ['account_id', 'category_id', 'tag_id', 'member_id', 'beneficiary_id', 'author_id'] as const;
const ONE_ID = ['merchant_id', 'import_id'] as const;
const CHOICES = {
  type: ['income', 'expense', 'transfer'],
  status: ['pending', 'completed', 'failed', 'cancelled'],
  source: ['manual', 'import', 'voice', 'receipt', 'feed', 'system'],
} as const;
const ONLY_TRUE = ['uncategorised', 'needs_review', 'waiting'] as const;
const EITHER = ['has_splits', 'has_transfer'] as const;
const SORTS = ['oldest', 'largest', 'smallest'] as const;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CURRENCY = /^[A-Z]{3}$/;
const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;

/** Reads the address. What it does not understand is dropped, never an error: people edit and share addresses. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const read: Record<string, unknown> = {};
  const keep = (name: string, value: unknown) => {
    if (value !== undefined) read[name] = value;
  };
  keep('q', textOf(search['q']));
  keep('payee', textOf(search['payee'] ?? search['payee__contains']));
  for (const name of IDS) keep(name, idsOf(search[name] ?? search[`${name}__in`]));
  for (const name of ONE_ID) keep(name, idsOf(search[name])?.split(',')[0]);
  for (const [name, values] of Object.entries(CHOICES)) keep(name, oneOf(search[name], values));
  for (const name of ONLY_TRUE) keep(name, flagOf(search[name]) || undefined);
  for (const name of EITHER) keep(name, flagOf(search[name]));
  keep('currency', currencyOf(search['currency']));
  keep('from', dayOf(search['from'] ?? search['occurred_on__gte'] ?? search['occurred_on']));
  keep('to', dayOf(search['to'] ?? search['occurred_on__lte'] ?? search['occurred_on']));
  keep('min', amountOf(search['min']));
  keep('max', amountOf(search['max']));
  keep('sort', oneOf(search['sort'], SORTS));
  keep('view', viewOf(search));
  keep('entry', idsOf(search['entry'])?.split(',')[0]);
  return read as ListSearch;
}

/** The filters alone, without order, view and what lies over the list. */
export function filtersOf({ sort: _sort, view: _view, entry: _entry, ...filters }: ListSearch): Filters {
  return filters;
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** How many filters are set besides the search field, for the badge of the button. */
export function filterCount({ q: _q, ...filters }: Filters): number {
  const { from, to, min, max, ...others } = filters;
  return Object.keys(others).length + (from || to ? 1 : 0) + (min || max ? 1 : 0);
}

/** The search with one filter set, or taken away when the value is undefined or false. */
export function withFilter<Search extends ListSearch, Name extends keyof ListSearch>(
  search: Search,
  name: Name,
  value: ListSearch[Name] | undefined,
): Search {
  const { [name]: _old, ...rest } = search;
  return (value === undefined || value === '' ? rest : { ...rest, [name]: value }) as Search;
}

/** The parts of a filter of several ids. */
export function idList(ids: string | undefined): readonly string[] {
  return ids ? ids.split(',') : [];
}

export function joinIds(ids: readonly string[]): string | undefined {
  return ids.length > 0 ? ids.join(',') : undefined;
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 100) : undefined;
}

function idsOf(value: unknown): string | undefined {
  const parts: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const texts = parts.filter((part) => typeof part === 'string').map((part) => part.trim().toLowerCase());
  return joinIds([...new Set(texts)].filter((part) => ID.test(part)));
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((one) => one === value);
}

function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === 'true' || value === 1) return true;
  return value === false || value === 'false' ? false : undefined;
}

function dayOf(value: unknown): Day | undefined {
  return typeof value === 'string' ? parseDay(value) : undefined;
}

function currencyOf(value: unknown): string | undefined {
  return typeof value === 'string' && CURRENCY.test(value) ? value : undefined;
}

function amountOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && AMOUNT.test(text) ? text : undefined;
}

function viewOf(search: Record<string, unknown>): View | undefined {
  if (search['transfers'] === 'suggested') return 'transfers';
  if (flagOf(search['deleted'])) return 'trash';
  return oneOf(search['view'], ['trash', 'transfers'] as const);
}
