import { type ReactNode, useMemo } from 'react';
import {
  useFilteredTransactions,
  useTransactions,
  type TransactionList,
} from '../../../offline/use-transactions.ts';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import { minorOf, sizeOf } from '../parts/amounts.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { type Filters, filtersOf, idList, type ListSearch, type Sort } from './filters.ts';
import { testOf } from './matches.ts';

export type Found = TransactionList & {
  /** Everything that was found, where it is in memory as a whole; undefined for a list that is read window by window. */
  readonly rows: readonly FoldedTransaction[] | undefined;
};

type ListProps = { search: ListSearch; facts: LedgerFacts; children: (list: Found) => ReactNode };

/**
 * The list that an address asks for. Without filters, or with one account alone, it is read window by window, however long
 * it is; anything else is looked for in the local copy.
 */
export function EntriesOf({ search, facts, children }: ListProps) {
  const account = plainAccount(search);
  if (account !== 'no') return <PlainList {...(account !== undefined && { account })}>{children}</PlainList>;
  return (
    <FoundList search={search} facts={facts}>
      {children}
    </FoundList>
  );
}

function PlainList({ account, children }: { account?: string; children: ListProps['children'] }) {
  const list = useTransactions(account);
  return children({ ...list, rows: undefined });
}

function FoundList({ search, facts, children }: ListProps) {
  const key = keyOf(filtersOf(search));
  // The address gives a new object with every change of it; only its content makes another list.
  const filters = useMemo(() => Object.fromEntries(JSON.parse(key) as [string, unknown][]) as Filters, [key]);
  const passes = useMemo(() => testOf(filters, facts), [filters, facts]);
  const list = useFilteredTransactions(narrowed(filters), { key, passes });
  const { sort } = search;
  const rows = useMemo(() => (sort ? sorted(list.rows, sort) : list.rows), [list.rows, sort]);
  return children({ ...list, rows, rowAt: (index) => rows[index] });
}

/** What the scan of the copy can be narrowed by, so that it reads less. */
function narrowed({ account_id, from, to }: Filters) {
  const [account, ...others] = idList(account_id);
  return {
    ...(account !== undefined && others.length === 0 && { account }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The account of a list without other filters, undefined for all accounts, `no` where it has to be looked for. */
function plainAccount({ sort, ...search }: ListSearch): string | undefined | 'no' {
  const { account_id, ...others } = filtersOf(search);
  const accounts = idList(account_id);
  return sort || accounts.length > 1 || Object.keys(others).length > 0 ? 'no' : accounts[0];
}

function keyOf(filters: Filters): string {
  return JSON.stringify(Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sorted(rows: readonly FoldedTransaction[], sort: Sort): readonly FoldedTransaction[] {
  if (sort === 'newest') return rows;
  if (sort === 'oldest') return [...rows].reverse();
  const size = (found: FoldedTransaction) => minorOf(sizeOf(found.row.amount), found.row.currency);
  const sign = sort === 'largest' ? -1 : 1;
  return [...rows]
    .map((found) => ({ found, size: size(found) }))
    .sort((left, right) => (left.size < right.size ? -sign : left.size > right.size ? sign : 0))
    .map(({ found }) => found);
}
