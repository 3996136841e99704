import type { Proposal, Transaction } from '@kinwise/api-client/schema';
import { useCallback, useMemo, useRef, useState } from 'react';
import { minorOf, wireOf } from '../parts/amounts.ts';
import { useEntryWrites } from '../parts/entry-writes.ts';
import { readRange } from './entry-list.tsx';
import type { Found } from './lists.tsx';
import { extended, NOTHING, type Selection, toggled, without } from './selection.ts';

/** The list of categories that is open: for one row, or for all that are ticked. */
type OpenCategory = {
  readonly anchor: HTMLElement;
  readonly ids: readonly string[];
  readonly kind: 'income' | 'expense' | undefined;
  readonly value: string | null;
  readonly proposed: Proposal | null;
};

export type Picking = ReturnType<typeof usePicking>;

/** Which rows are ticked, which one gets a category, and what is done to them. */
export function usePicking(list: Found) {
  const writes = useEntryWrites();
  const ticks = useTicks(list);
  const { open, category, close } = useCategoryOf(list);
  const { selection, setSelection } = ticks;
  /** What was done to all that were ticked is done: the ticks go, the way back stays in the toast. */
  const all = (work: (ids: readonly string[]) => Promise<void>) => {
    void work([...selection.ids]);
    setSelection(NOTHING);
  };
  return {
    selection,
    sum: ticks.sum,
    tick: ticks.tick,
    tickAll: ticks.tickAll,
    clear: () => setSelection(NOTHING),
    category,
    openCategory: open,
    openBulkCategory: (anchor: HTMLElement) => open([...selection.ids], anchor),
    closeCategory: close,
    categorise: (categoryId: string | null) => {
      if (category) void writes.categorise(category.ids, categoryId);
      if (category && category.ids.length > 1) setSelection(NOTHING);
      close();
    },
    tag: (tagId: string, wanted: boolean) => all((ids) => writes.tag(ids, tagId, wanted)),
    trash: () => all(writes.trash),
    /** What is ticked, or else the row with the focus. */
    trashFocused: (focused: string | undefined) => {
      if (selection.ids.size > 0) all(writes.trash);
      else if (focused !== undefined) {
        void writes.trash([focused]);
        setSelection((old) => without(old, [focused]));
      }
    },
  };
}

function useTicks(list: Found) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  /** Rows as they were when they were ticked; a list read by windows forgets them. */
  const seen = useRef(new Map<string, Transaction>());
  const latest = useLatest(list);
  const tick = useCallback(
    (id: string, range: boolean) => {
      const rows = everyRead(latest.current);
      for (const found of rows) seen.current.set(found.id, found.row);
      const order = rows.map((row) => row.id);
      setSelection((old) => (range ? extended(old, id, order) : toggled(old, id)));
    },
    [latest],
  );
  const tickAll = useCallback(() => {
    const rows = latest.current.rows ?? [];
    for (const found of rows) seen.current.set(found.id, found.row);
    setSelection({ ids: new Set(rows.map((row) => row.id)), anchor: undefined });
  }, [latest]);
  const sum = useMemo(() => sumOf([...selection.ids].map((id) => seen.current.get(id))), [selection]);
  return { selection, setSelection, tick, tickAll, sum };
}

function useCategoryOf(list: Found) {
  const [category, setCategory] = useState<OpenCategory>();
  const latest = useLatest(list);
  const open = useCallback(
    (wanted: string | readonly string[], anchor: HTMLElement) => {
      if (typeof wanted !== 'string') {
        setCategory({ anchor, ids: wanted, kind: undefined, value: null, proposed: null });
        return;
      }
      const row = everyRead(latest.current).find((found) => found.id === wanted)?.row;
      if (!row) return;
      const kind = row.type === 'transfer' ? undefined : row.type;
      const { category_id: value = null, proposed = null } = row;
      setCategory({ anchor, ids: [wanted], kind, value, proposed });
    },
    [latest],
  );
  const close = useCallback(() => setCategory(undefined), []);
  return { category, open, close };
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

function everyRead(list: Found) {
  return readRange(list, 0, (list.count ?? 0) - 1);
}

function sumOf(rows: readonly (Transaction | undefined)[]): { amount: string; currency: string } | undefined {
  const currency = rows[0]?.currency;
  if (currency === undefined || rows.some((row) => row?.currency !== currency)) return undefined;
  const minor = rows.reduce((sum, row) => sum + minorOf(row?.amount, currency), 0n);
  return { amount: wireOf(minor, currency), currency };
}
