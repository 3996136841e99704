import type { Day } from '@kinwise/core/days';
import { formatMoney } from '@kinwise/core/format';
import { memo, type Ref, useCallback, useRef } from 'react';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import type { TransactionList } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { DayHeading } from '../../../ui/day-heading.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { VirtualList, type VirtualListHandle } from '../../../ui/virtual-list.tsx';
import { minorOf, wireOf } from '../parts/amounts.ts';
import { EntryRow } from '../parts/entry-row.tsx';
import type { LedgerFacts } from '../parts/facts.ts';
import type { Selection } from './selection.ts';

export type EntryListProps = {
  list: TransactionList & { readonly count: number };
  facts: LedgerFacts;
  /** Names the list for screen readers. */
  label: string;
  /** False where the order is not by day: then every row says its day. */
  byDay?: boolean;
  withoutAccount?: boolean;
  selection?: Selection;
  /** Shows the boxes although nothing is ticked yet, where there is no pointer to bring them out. */
  ticking?: boolean;
  onOpen: (id: string) => void;
  onTick?: (id: string, range: boolean) => void;
  onCategory?: (id: string, button: HTMLElement) => void;
  /** Hears which places are in view. */
  onWindow?: (first: number, last: number) => void;
  handle?: Ref<VirtualListHandle>;
};

const ROW_HEIGHT = 60;

/** Entries by day, newest first, of which only those in view exist. */
export function EntryList(props: EntryListProps) {
  const { list, facts, label, byDay = true, withoutAccount = false, selection, onWindow, handle } = props;
  const { onOpen, onTick, onCategory } = props;
  const { rowAt, onWindow: read } = list;
  const { today } = useHousehold();
  const both = useCallback(
    (first: number, last: number) => {
      read(first, last);
      onWindow?.(first, last);
    },
    [read, onWindow],
  );
  const some = props.ticking === true || (selection?.ids.size ?? 0) > 0;
  function renderItem(index: number) {
    const found = rowAt(index);
    if (!found) return <Waiting />;
    const before = index === 0 ? undefined : rowAt(index - 1);
    const begins =
      !byDay || index === 0 || (before !== undefined && before.row.occurred_on !== found.row.occurred_on);
    const sum = begins && byDay ? sumOfDay(list, index) : undefined;
    return (
      <Slot
        {...{ found, facts, today, withoutAccount, begins, onOpen, onTick, onCategory }}
        sum={sum?.amount}
        ticked={selection?.ids.has(found.id) ?? false}
        ticking={some}
      />
    );
  }
  return (
    <VirtualList
      count={list.count}
      label={label}
      estimate={ROW_HEIGHT}
      onWindow={both}
      itemKey={(index) => rowAt(index)?.id ?? index}
      renderItem={renderItem}
      {...(handle && { handle })}
    />
  );
}

type SlotProps = {
  found: FoldedTransaction;
  facts: LedgerFacts;
  today: Day;
  withoutAccount: boolean;
  /** The first of its day in the list: the day stands above it. */
  begins: boolean;
  /** What the day comes to, where that is known. */
  sum: string | undefined;
  ticked: boolean;
  ticking: boolean;
  onOpen: (id: string) => void;
  onTick: EntryListProps['onTick'];
  onCategory: EntryListProps['onCategory'];
};

/** A row with its day above it. Scrolling draws the list anew many times a second; what has not changed is left alone. */
const Slot = memo(function Slot(props: SlotProps) {
  const { found, facts, today, withoutAccount, begins, sum, ticked, ticking, onOpen, onTick, onCategory } =
    props;
  const { locale } = useUiSettings();
  const { row } = found;
  return (
    <>
      {begins && (
        <DayHeading
          on={row.occurred_on}
          today={today}
          aside={
            sum !== undefined &&
            formatMoney({ amount: sum, currency: row.currency }, locale, { sign: 'always' })
          }
          className="px-4"
        />
      )}
      <EntryRow
        {...{ found, facts, onOpen, withoutAccount, ticked, ticking }}
        {...(onTick && { onTick })}
        {...(onCategory && { onCategory })}
      />
    </>
  );
});

const LONGEST_DAY = 60;

function sumOfDay(list: TransactionList, from: number): { amount: string; currency: string } | undefined {
  const first = list.rowAt(from)?.row;
  if (!first) return undefined;
  let minor = 0n;
  for (let index = from; index < from + LONGEST_DAY; index += 1) {
    const row = list.rowAt(index)?.row;
    const ends = row ? row.occurred_on !== first.occurred_on : index === list.count;
    if (ends)
      return index - from > 1
        ? { amount: wireOf(minor, first.currency), currency: first.currency }
        : undefined;
    if (!row || row.currency !== first.currency) return undefined;
    if (row.type !== 'transfer') minor += minorOf(row.amount, row.currency);
  }
  return undefined;
}

function Waiting() {
  return (
    <div aria-hidden className="flex items-center gap-3 px-4 py-3" style={{ height: ROW_HEIGHT }}>
      <Skeleton className="size-9 shrink-0" />
      <Skeleton className="h-4 w-2/5" />
      <Skeleton className="ml-auto h-4 w-16" />
    </div>
  );
}

/** The entry that has the focus, if one has. */
export function focusedEntry(): string | undefined {
  const row = document.activeElement?.closest('[data-index]');
  return row?.querySelector<HTMLElement>('[data-entry]')?.dataset['entry'];
}

/** Moves the focus along the list by the keys of the screen; what is not drawn yet is scrolled to and waited for. */
export function useCursor(list: Pick<TransactionList, 'count'>) {
  const handle = useRef<VirtualListHandle>(null);
  const window = useRef<readonly [number, number]>([0, 0]);
  const onWindow = useCallback((first: number, last: number) => {
    window.current = [first, last];
  }, []);
  const move = useCallback(
    (step: 1 | -1) => {
      const current = Number(
        document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN,
      );
      const next = Number.isNaN(current) ? firstInView() : current + step;
      if (next < 0 || next >= (list.count ?? 0)) return;
      handle.current?.scrollTo(next);
      focusAt(next);
    },
    [list.count],
  );
  return { handle, onWindow, move };
}

const FRAMES = 20;

function focusAt(index: number, left = FRAMES): void {
  const button = document.querySelector<HTMLElement>(`[data-index="${index}"] [data-entry]`);
  if (button) button.focus({ preventScroll: true });
  else if (left > 0) requestAnimationFrame(() => focusAt(index, left - 1));
}

function firstInView(): number {
  for (const row of document.querySelectorAll<HTMLElement>('[data-index]')) {
    if (row.getBoundingClientRect().bottom > 80) return Number(row.dataset['index']);
  }
  return 0;
}

/** The rows of places `from` to `to` that have been read. */
export function readRange(list: TransactionList, from: number, to: number): FoldedTransaction[] {
  const rows: FoldedTransaction[] = [];
  for (let index = from; index <= to; index += 1) {
    const row = list.rowAt(index);
    if (row) rows.push(row);
  }
  return rows;
}
