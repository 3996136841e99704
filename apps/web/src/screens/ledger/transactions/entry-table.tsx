import { formatCount, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { FileUp, ReceiptText, SearchX } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useFirstLoad } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { showOver } from '../../../shell/open.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { minorOf, wireOf } from '../parts/amounts.ts';
import { CategoryPopup } from '../parts/category-popup.tsx';
import type { LedgerFacts } from '../parts/facts.ts';
import { EntryList, useCursor } from './entry-list.tsx';
import { type Filters, filtersOf, isFiltered, type ListSearch, withFilter } from './filters.ts';
import { EntriesOf, type Found } from './lists.tsx';
import { FilterChips, SearchBar } from './search-bar.tsx';
import { SortSelect } from './sort-select.tsx';
import { useEntryKeys } from './use-entry-keys.ts';
import { usePicking } from './use-picking.ts';

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((module) => ({ default: module.BulkBar })));
const FilterSheet = lazy(() =>
  import('./filter-sheet.tsx').then((module) => ({ default: module.FilterSheet })),
);

type EntryTableProps = {
  search: ListSearch;
  facts: LedgerFacts;
  change: (next: (search: ListSearch) => ListSearch) => void;
  onOpen: (id: string) => void;
};

/** Search, filters, the list itself and what is done to ticked rows. */
export function EntryTable(props: EntryTableProps) {
  const { search, facts, change } = props;
  const [filtering, setFiltering] = useState(false);
  const filters = filtersOf(search);
  const clear = (names: readonly (keyof Filters)[] | 'all') =>
    change((old) =>
      names === 'all'
        ? keepOnly(old)
        : names.reduce<ListSearch>((rest, name) => withFilter(rest, name, undefined), old),
    );
  return (
    <div className="space-y-3">
      <SearchBar
        filters={filters}
        onSearch={(q) => change((old) => withFilter(old, 'q', q))}
        onFilter={() => setFiltering(true)}
      />
      <FilterChips filters={filters} facts={facts} onClear={clear} />
      <EntriesOf search={search} facts={facts}>
        {(list) => (
          <>
            <Results {...props} list={list} onClear={() => clear('all')} />
            {filtering && (
              <Suspense>
                <FilterSheet
                  search={search}
                  facts={facts}
                  found={list.complete ? list.count : undefined}
                  onChange={(wanted) =>
                    change((old) =>
                      Object.entries(wanted).reduce<ListSearch>(
                        (next, [name, value]) => withFilter(next, name as keyof Filters, value as never),
                        old,
                      ),
                    )
                  }
                  onClear={() => clear('all')}
                  onClose={() => setFiltering(false)}
                />
              </Suspense>
            )}
          </>
        )}
      </EntriesOf>
    </div>
  );
}

type ResultsProps = EntryTableProps & { list: Found; onClear: () => void };

function Results({ list, search, facts, change, onOpen, onClear }: ResultsProps) {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  const loading = useFirstLoad();
  const mayEdit = may('transactions.edit');
  const picking = usePicking(list);
  const [ticking, setTicking] = useState(false);
  const cursor = useCursor(list);
  useEntryKeys({ move: cursor.move, onOpen, picking, mayEdit });
  const filtered = isFiltered(filtersOf(search));
  const { count } = list;
  if (count === undefined || (count === 0 && (!list.complete || loading === true)))
    return <SkeletonRows rows={8} />;
  if (count === 0) return filtered ? <NothingFound onClear={onClear} /> : <NoEntries />;
  return (
    <>
      <div className="flex min-h-8 items-center justify-between gap-3 px-1 text-sm text-ink-3">
        <Summary list={list} />
        <span className="flex shrink-0 items-center gap-2">
          {mayEdit && (
            <button
              type="button"
              aria-pressed={ticking}
              onClick={() => setTicking(!ticking)}
              className="min-h-11 px-2 font-medium hover:text-ink aria-pressed:text-brand-text lg:hidden"
            >
              {i18n._('Select')}
            </button>
          )}
          <SortSelect search={search} change={change} />
        </span>
      </div>
      <h2 className="sr-only">{i18n._('Entries')}</h2>
      <Card flush className="overflow-hidden pb-2">
        <EntryList
          list={{ ...list, count }}
          facts={facts}
          label={i18n._('Entries, newest first')}
          byDay={search.sort === undefined || search.sort === 'oldest'}
          selection={picking.selection}
          ticking={ticking}
          onOpen={onOpen}
          onWindow={cursor.onWindow}
          handle={cursor.handle}
          {...(mayEdit && { onTick: picking.tick, onCategory: picking.openCategory })}
        />
      </Card>
      {picking.selection.ids.size > 0 && (
        <Suspense>
          <BulkBar
            count={picking.selection.ids.size}
            sum={picking.sum}
            facts={facts}
            all={list.rows && list.complete ? list.rows.length : undefined}
            onAll={picking.tickAll}
            onCategory={picking.openBulkCategory}
            onTag={picking.tag}
            onTrash={picking.trash}
            onClear={picking.clear}
          />
        </Suspense>
      )}
      <CategoryPopup
        anchor={picking.category?.anchor}
        facts={facts}
        kind={picking.category?.kind}
        value={picking.category?.value ?? null}
        proposed={picking.category?.proposed ?? null}
        onChoose={picking.categorise}
        onClose={picking.closeCategory}
      />
    </>
  );
}

/** How many were found and what they come to; a list read window by window tells its length alone. */
function Summary({ list }: { list: Found }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency } = useHousehold();
  const { rows, count = 0 } = list;
  const sums = useMemo(() => {
    let income = 0n;
    let spent = 0n;
    for (const { row } of rows ?? []) {
      if (row.type === 'transfer') continue;
      const minor = minorOf(row.household_amount ?? (row.currency === currency ? row.amount : '0'), currency);
      if (minor > 0n) income += minor;
      else spent += minor;
    }
    return { income, spent };
  }, [rows, currency]);
  const money = (minor: bigint, sign: 'auto' | 'always') =>
    formatMoney({ amount: wireOf(minor, currency), currency }, locale, { sign });
  return (
    <p role="status" className="kw-tnum truncate">
      {i18n._('{count, plural, one {# entry} other {{shown} entries}}', {
        count,
        shown: formatCount(count, locale),
      })}
      {sums.spent < 0n && <span className="ml-2 font-medium text-ink-2">{money(sums.spent, 'auto')}</span>}
      {sums.income > 0n && (
        <span className="ml-2 font-medium text-good-text">{money(sums.income, 'always')}</span>
      )}
      {!list.complete && <span className="ml-2">{i18n._('Still looking')}</span>}
    </p>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { i18n } = useLingui();
  return (
    <EmptyState
      icon={SearchX}
      title={i18n._('Nothing found')}
      action={<Button onClick={onClear}>{i18n._('Clear all filters')}</Button>}
    >
      {i18n._('No entry fits all of these filters.')}
    </EmptyState>
  );
}

function NoEntries() {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  return (
    <EmptyState
      icon={ReceiptText}
      title={i18n._('No entries yet')}
      action={
        <>
          {may('data.import') && (
            <Link to={'/import' as string} className={buttonClass('primary')}>
              <FileUp aria-hidden size={18} />
              {i18n._('Drop in a bank file')}
            </Link>
          )}
          {may('transactions.create') && (
            <Button onClick={() => showOver('add')}>{i18n._('Add one by hand')}</Button>
          )}
        </>
      }
      example={
        <div className="flex items-center justify-between gap-3">
          <span>
            <span className="block font-medium">{i18n._('Corner dairy')}</span>
            <span className="block text-sm">{i18n._('Groceries')}</span>
          </span>
          <span className="kw-tnum">−$6.50</span>
        </div>
      }
    >
      {i18n._('What you spend and receive stands here, newest first.')}
    </EmptyState>
  );
}

function keepOnly({ sort, view, entry }: ListSearch): ListSearch {
  return { ...(sort && { sort }), ...(view && { view }), ...(entry && { entry }) };
}
