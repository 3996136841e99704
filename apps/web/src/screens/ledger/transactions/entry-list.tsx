import { formatMoney } from '@kinwise/core/format';
import { type Ref, useCallback, useRef } from 'react';
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
  const { list, label, onWindow, handle } = props;
  const { rowAt, onWindow: read } = list;
  const both = useCallback(
    (first: number, last: number) => {
      read(first, last);
      onWindow?.(first, last);
    },
    [read, onWindow],
  );
  return (
    <VirtualList
      count={list.count}
      label={label}
      estimate={ROW_HEIGHT}
      onWindow={both}
      itemKey={(index) => rowAt(index)?.id ?? index}
      renderItem={(index) => <Item {...props} index={index} />}
      {...(handle && { handle })}
    />
  );
}

function Item({ index, ...props }: EntryListProps & { index: number }) {
  const { list, facts, byDay = true, selection, onOpen, onTick, onCategory, withoutAccount = false } = props;
  const { today } = useHousehold();
  const found = list.rowAt(index);
  if (!found) return <Waiting />;
  const day = found.row.occurred_on;
  const before = index === 0 ? undefined : list.rowAt(index - 1);
  const begins = !byDay || index === 0 || (before !== undefined && before.row.occurred_on !== day);
  return (
    <>
      {begins && (
        <DayHeading
          on={day}
          today={today}
          aside={byDay && <DaySum list={list} index={index} />}
          className="px-4"
        />
      )}
      <EntryRow
        found={found}
        facts={facts}
        onOpen={onOpen}
        withoutAccount={withoutAccount}
        ticked={selection?.ids.has(found.id) ?? false}
        ticking={(selection?.ids.size ?? 0) > 0}
        {...(onTick && { onTick })}
        {...(onCategory && { onCategory })}
      />
    </>
  );
}

/** What a day's entries come to, where all of them have been read and are of one currency. Transfers do not count. */
function DaySum({ list, index }: { list: TransactionList; index: number }) {
  const { locale } = useUiSettings();
  const sum = sumOfDay(list, index);
  return sum ? formatMoney(sum, locale) : null;
}

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
