import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOffline } from './hooks.tsx';
import { type ScanStep, scanTransactions } from './scan.ts';
import { type FoldedTransaction, readWindow, shapeOf, stampOf } from './transactions.ts';

/** Rows are read in blocks, so that small movements read nothing. */
const BLOCK = 60;

export type TransactionList = {
  /** Undefined while the list is first measured. */
  readonly count: number | undefined;
  /** The row at a place, newest first; undefined while it is read. */
  readonly rowAt: (index: number) => FoldedTransaction | undefined;
  /** Hand this to the list: what is in view is what is read. */
  readonly onWindow: (first: number, last: number) => void;
  /** False while a filter is still looking through the rest. */
  readonly complete: boolean;
};

/** All transactions of the household, or of one account, newest first; of 100,000 only the rows in view are read. */
export function useTransactions(account?: string): TransactionList {
  const { copy, household } = useOffline();
  const [[from, to], setRange] = useState<readonly [number, number]>([0, BLOCK]);
  const shape = useLiveQuery(
    () => shapeOf(copy, { household, ...(account !== undefined && { account }) }),
    [copy, household, account],
  );
  const read = useLiveQuery(async () => {
    const rows = shape && (await readWindow(copy, shape, [from, to]));
    return rows && { from, rows, shape };
  }, [copy, shape, from, to]);
  // Length and rows change together: until rows of the new shape are read, the old list stands as a whole.
  const shown = useRef(read);
  if (read) shown.current = read;
  const { shape: of } = shown.current ?? {};
  if (of && (of.list.account !== account || of.list.household !== household)) shown.current = undefined;
  const onWindow = useCallback((first: number, last: number) => {
    const start = Math.max(0, Math.floor(first / BLOCK) * BLOCK - BLOCK);
    const end = Math.ceil((last + 1) / BLOCK) * BLOCK + BLOCK;
    setRange((range) => (range[0] === start && range[1] === end ? range : [start, end]));
  }, []);
  const rowAt = (index: number) => shown.current?.rows[index - shown.current.from];
  return { count: (shown.current?.shape ?? shape)?.count, rowAt, onWindow, complete: true };
}

export type Narrowed = { readonly account?: string; readonly from?: string; readonly to?: string };

/**
 * The transactions that pass a test, newest first. Looks through the local copy in chunks and shows what it has found so
 * far. `key` names the test: a changed key begins anew. Follows changes of rows and outbox.
 */
export function useFilteredTransactions(
  list: Narrowed,
  { key, passes }: { key: string; passes: (found: FoldedTransaction) => boolean },
): TransactionList & { readonly rows: readonly FoldedTransaction[] } {
  const { copy, household } = useOffline();
  const [step, setStep] = useState<ScanStep & { readonly key: string }>();
  const test = useRef(passes);
  test.current = passes;
  const { account, from, to } = list;
  const stamp = useLiveQuery(() => stampOf(copy, household), [copy, household]);

  useEffect(() => {
    if (stamp === undefined) return;
    let wanted = true;
    const narrowed = {
      household,
      ...(account !== undefined && { account }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    void scanTransactions(copy, narrowed, {
      passes: (found) => test.current(found),
      tell: (next) => {
        // Looking through again after a change must not make the list shrink for a moment.
        if (wanted) setStep((last) => (isRepeat(last, next, key) ? last : { ...next, key }));
      },
      isWanted: () => wanted,
    });
    return () => {
      wanted = false;
    };
  }, [copy, household, account, from, to, key, stamp]);

  const current = step?.key === key ? step : undefined;
  return {
    rows: current?.found ?? [],
    count: current?.found.length,
    rowAt: (index) => current?.found[index],
    onWindow: ignore,
    complete: current?.complete ?? false,
  };
}

function isRepeat(last: (ScanStep & { key: string }) | undefined, next: ScanStep, key: string): boolean {
  return last?.key === key && !next.complete && last.found.length >= next.found.length;
}

function ignore(): void {
  // Everything found is in memory already.
}
