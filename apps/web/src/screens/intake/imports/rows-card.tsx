import type { Import, ImportRow, ImportState } from '@kinwise/api-client/schema';
import { formatCount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useCallback, useMemo, useState } from 'react';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, Skeleton } from '../../../ui/states.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { RowLine } from './row-line.tsx';
import { RowSheet } from './row-sheet.tsx';
import { type ImportActions, useImportRows } from './use-import.ts';
import { stateMeaning, stateName, STATE_LOOK, STATES } from './words.ts';

/** Every row of the file with its state; filters by state, and all of one state at once. */
export function RowsCard({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const [state, setState] = useState<ImportState>();
  const [open, setOpen] = useState<string>();
  const list = useRowList(one, state);
  const editable = one.status === 'preview';
  const decide = (row: ImportRow, change: { include?: boolean; category_id?: string | null }) =>
    actions.decide.mutate([{ id: row.id, ...change }]);
  return (
    <Card flush>
      <Filters one={one} state={state} onState={setState} />
      {state && <AllOfState state={state} editable={editable} actions={actions} />}
      {list.error && (
        <div className="p-4">
          <ProblemNote
            title={i18n._('The rows could not be read')}
            action={<Button onClick={list.again}>{i18n._('Try again')}</Button>}
          >
            {sayProblem(list.error)}
          </ProblemNote>
        </div>
      )}
      <div className="border-t border-line">
        {list.count === 0 && !list.error && (
          <p className="px-5 py-8 text-center text-ink-3">{i18n._('No rows here.')}</p>
        )}
        <VirtualList
          count={list.count}
          estimate={68}
          label={i18n._('Rows of the file')}
          onWindow={list.onWindow}
          itemKey={(index) => list.rows[index]?.id ?? index}
          renderItem={(index) => {
            const row = list.rows[index];
            if (!row) return <RowSkeleton />;
            const include = (wanted: boolean) => decide(row, { include: wanted });
            return (
              <RowLine row={row} editable={editable} onOpen={() => setOpen(row.id)} onInclude={include} />
            );
          }}
        />
      </div>
      <RowSheet
        row={list.rows.find((row) => row.id === open)}
        editable={editable}
        onClose={() => setOpen(undefined)}
        decide={decide}
      />
    </Card>
  );
}

/** The rows as far as they were read, and the places of those that are still to come. */
function useRowList(one: Import, state: ImportState | undefined) {
  // A reading makes new rows; deciding on rows does not.
  const reading = `${one.status} ${one.statements.map((each) => each.account_id ?? '').join()}`;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, refetch } = useImportRows(
    one.id,
    { state },
    reading,
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.results) ?? [], [data]);
  const onWindow = useCallback(
    (_first: number, last: number) => {
      if (last >= rows.length - 40 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const coming = isPending ? 6 : hasNextPage ? 3 : 0;
  return { rows, count: rows.length + coming, error, onWindow, again: () => void refetch() };
}

function Filters({
  one,
  state,
  onState,
}: {
  one: Import;
  state: ImportState | undefined;
  onState: (state: ImportState | undefined) => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const shown = STATES.filter((each) => one.counts[each] > 0);
  return (
    <div className="flex flex-wrap gap-2 p-4" role="group" aria-label={i18n._('Show rows that are')}>
      <Chip chosen={state === undefined} onClick={() => onState(undefined)}>
        {i18n._('All')} <span className="kw-tnum opacity-80">{formatCount(one.counts.total, locale)}</span>
      </Chip>
      {shown.map((each) => (
        <Chip
          key={each}
          chosen={state === each}
          icon={STATE_LOOK[each].icon}
          onClick={() => onState(state === each ? undefined : each)}
        >
          {stateName(each)}{' '}
          <span className="kw-tnum opacity-80">{formatCount(one.counts[each], locale)}</span>
        </Chip>
      ))}
    </div>
  );
}

function AllOfState({
  state,
  editable,
  actions,
}: {
  state: ImportState;
  editable: boolean;
  actions: ImportActions;
}) {
  const { i18n } = useLingui();
  const busy = actions.decideAll.isPending;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pb-4">
      <p className="min-w-0 flex-1 basis-64 text-ink-2">{stateMeaning(state)}</p>
      {editable && state !== 'rejected' && (
        <div className="flex gap-2">
          <Button
            size="small"
            disabled={busy}
            onClick={() => actions.decideAll.mutate({ state, include: true })}
          >
            {i18n._('Take all of them')}
          </Button>
          <Button
            size="small"
            disabled={busy}
            onClick={() => actions.decideAll.mutate({ state, include: false })}
          >
            {i18n._('Leave all out')}
          </Button>
        </div>
      )}
    </div>
  );
}

function RowSkeleton() {
  return (
    <div aria-hidden className="flex h-17 items-center gap-3 px-5">
      <Skeleton className="size-5" />
      <Skeleton className="h-4 w-2/5" />
      <Skeleton className="ml-auto h-4 w-20" />
    </div>
  );
}
