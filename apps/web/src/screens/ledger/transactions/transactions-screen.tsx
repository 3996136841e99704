import { useLingui } from '@lingui/react';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, ArrowRightLeft, EllipsisVertical, Trash2 } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { Page } from '../../../shell/page.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { SkeletonRows } from '../../../ui/states.tsx';
import { EntrySheet } from '../entry/entry-sheet.tsx';
import { type LedgerFacts, useLedgerFacts } from '../parts/facts.ts';
import { SavedSearchesMenu } from '../saved-searches/saved-searches-menu.tsx';
import { type ListSearch, type View, readListSearch, withFilter } from './filters.ts';
import { EntryTable } from './entry-table.tsx';

const TrashView = lazy(() => import('./trash-view.tsx').then((module) => ({ default: module.TrashView })));
const TransfersView = lazy(() =>
  import('./transfers-view.tsx').then((module) => ({ default: module.TransfersView })),
);

const route = getRouteApi('/app/transactions');

/** Find and fix: every entry by day, with its filters in the address. */
export function TransactionsScreen() {
  const { i18n } = useLingui();
  const address = route.useSearch();
  const search = useMemo(() => readListSearch(address), [address]);
  const navigate = route.useNavigate();
  const facts = useLedgerFacts();
  const change = useCallback(
    (next: (search: ListSearch) => ListSearch, replace = true) =>
      void navigate({ search: (old) => next(readListSearch(old)), replace, resetScroll: false }),
    [navigate],
  );
  const openEntry = useCallback(
    (id: string | undefined) => change((old) => withFilter(old, 'entry', id)),
    [change],
  );
  const titles: Record<View, string> = { trash: i18n._('Trash'), transfers: i18n._('Possible transfers') };
  const { view } = search;
  return (
    <Page
      title={view ? titles[view] : i18n._('Transactions')}
      actions={
        view ? (
          <Button icon={ArrowLeft} onClick={() => change((old) => withFilter(old, 'view', undefined), false)}>
            {i18n._('All entries')}
          </Button>
        ) : (
          <>
            <SavedSearchesMenu search={search} onSearch={(next) => change(() => next, false)} />
            <ViewMenu onView={(next) => change((old) => withFilter(old, 'view', next), false)} />
          </>
        )
      }
    >
      {view ? (
        <ViewOf view={view} facts={facts} />
      ) : (
        <EntryTable search={search} facts={facts} change={change} onOpen={openEntry} />
      )}
      <EntrySheet id={search.entry} facts={facts} onClose={() => openEntry(undefined)} />
    </Page>
  );
}

function ViewOf({ view, facts }: { view: View; facts: LedgerFacts }) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      {view === 'trash' ? <TrashView facts={facts} /> : <TransfersView facts={facts} />}
    </Suspense>
  );
}

function ViewMenu({ onView }: { onView: (view: View) => void }) {
  const { i18n } = useLingui();
  return (
    <MenuButton
      trigger={<IconButton icon={EllipsisVertical} label={i18n._('More views')} kind="secondary" />}
      entries={[
        { label: i18n._('Possible transfers'), icon: ArrowRightLeft, onSelect: () => onView('transfers') },
        { label: i18n._('Trash'), icon: Trash2, onSelect: () => onView('trash') },
      ]}
    />
  );
}
