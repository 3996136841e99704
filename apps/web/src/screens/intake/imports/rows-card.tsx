import type { Import, ImportRow, ImportState } from '@kinwise/api-client/schema';
import { formatCount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useCallback, useMemo, useState } from 'react';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, Skeleton } from '../../../ui/states.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { RowLine } from './row-line.tsx';
import { RowSheet } from './row-sheet.tsx';
import { titleOf } from './statement-line.tsx';
import { type ImportActions, type RowFilter, useImportRows } from './use-import.ts';
import { stateMeaning, stateName, STATE_LOOK, STATES } from './words.ts';

/** Every row of the file with its state; filters by state, and all of one state at once. */
export function RowsCard({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const [state, setState] = useState<ImportState>();
  const [statement, setStatement] = useState<number>();
  const [open, setOpen] = useState<string>();
  const list = useRowList(one, { state, statement });
  const editable = one.status === 'preview';
  const decide = (row: ImportRow, change: { include?: boolean; category_id?: string | null }) =>
    actions.decide.mutate([{ id: row.id, ...change }]);
  return (
    <Card flush>
      <div className="flex flex-wrap items-center justify-between gap-3 p-4">
        <Filters one={one} statement={statement} state={state} onState={setState} />
        {one.statements.length > 1 && (
          <StatementChoice one={one} statement={statement} onStatement={setStatement} />
        )}
      </div>
      {state && <AllOfState state={state} statement={statement} editable={editable} actions={actions} />}
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
function useRowList(one: Import, filter: RowFilter) {
  // A reading makes new rows; deciding on rows does not.
  const reading = `${one.status} ${one.statements.map((each) => each.account_id ?? '').join()}`;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, refetch } = useImportRows(
    one.id,
    filter,
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

/** Shows the rows of one statement only, where the file holds several. */
function StatementChoice({
  one,
  statement,
  onStatement,
}: {
  one: Import;
  statement: number | undefined;
  onStatement: (statement: number | undefined) => void;
}) {
  const { i18n } = useLingui();
  const choices = one.statements.map((each) => ({
    value: String(each.index),
    label: i18n._('{place}: {name}', { place: each.index + 1, name: titleOf(each) }),
  }));
  return (
    <Select
      className="w-full sm:w-64"
      hiddenLabel
      label={i18n._('Show the rows of')}
      choices={[{ value: ALL, label: i18n._('All statements') }, ...choices]}
      value={statement === undefined ? ALL : String(statement)}
      onChange={(value) => onStatement(value === ALL ? undefined : Number(value))}
    />
  );
}

const ALL = 'all';

function Filters({
  one,
  statement,
  state,
  onState,
}: {
  one: Import;
  statement: number | undefined;
  state: ImportState | undefined;
  onState: (state: ImportState | undefined) => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { counts } = one.statements.find(({ index }) => index === statement) ?? one;
  // The state that was chosen stays, so that the choice can be taken back where another statement has none of it.
  const shown = STATES.filter((each) => counts[each] > 0 || each === state);
  return (
    <div className="flex flex-wrap gap-2" role="group" aria-label={i18n._('Show rows that are')}>
      <Chip chosen={state === undefined} onClick={() => onState(undefined)}>
        {i18n._('All')} <span className="kw-tnum opacity-80">{formatCount(counts.total, locale)}</span>
      </Chip>
      {shown.map((each) => (
        <Chip
          key={each}
          chosen={state === each}
          icon={STATE_LOOK[each].icon}
          onClick={() => onState(state === each ? undefined : each)}
        >
          {stateName(each)} <span className="kw-tnum opacity-80">{formatCount(counts[each], locale)}</span>
        </Chip>
      ))}
    </div>
  );
}

function AllOfState({
  state,
  statement,
  editable,
  actions,
}: {
  state: ImportState;
  statement: number | undefined;
  editable: boolean;
  actions: ImportActions;
}) {
  const { i18n } = useLingui();
  const busy = actions.decideAll.isPending;
  const decide = (include: boolean) =>
    actions.decideAll.mutate({ state, include, ...(statement !== undefined && { statement }) });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pb-4">
      <p className="min-w-0 flex-1 basis-64 text-ink-2">{stateMeaning(state)}</p>
      {editable && state !== 'rejected' && (
        <div className="flex gap-2">
          <Button size="small" disabled={busy} onClick={() => decide(true)}>
            {i18n._('Take all of them')}
          </Button>
          <Button size="small" disabled={busy} onClick={() => decide(false)}>
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
