import { useCallback, useMemo, useRef, useState } from 'react';
import type { Proposal, Transaction } from '../../../api/types.ts';
import { minorOf, wireOf } from '../parts/amounts.ts';
import { useEntryWrites } from '../parts/entry-writes.ts';
import type { Found } from './lists.tsx';
import { readRange } from './entry-list.tsx';
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
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [category, setCategory] = useState<OpenCategory>();
  /** Rows as they were when they were ticked; a list read by windows forgets them. */
  const seen = useRef(new Map<string, Transaction>());
  const latest = useRef(list);
  latest.current = list;
  const ids = useRef(selection.ids);
  ids.current = selection.ids;

  const tick = useCallback((id: string, range: boolean) => {
    const rows = readRange(latest.current, 0, (latest.current.count ?? 0) - 1);
    for (const found of rows) seen.current.set(found.id, found.row);
    setSelection((old) =>
      range
        ? extended(
            old,
            id,
            rows.map((row) => row.id),
          )
        : toggled(old, id),
    );
  }, []);

  const openCategory = useCallback((id: string, anchor: HTMLElement) => {
    const row = readRange(latest.current, 0, (latest.current.count ?? 0) - 1).find(
      (found) => found.id === id,
    )?.row;
    if (!row) return;
    setCategory({
      anchor,
      ids: [id],
      kind: row.type === 'transfer' ? undefined : row.type,
      value: row.category_id ?? null,
      proposed: row.proposed ?? null,
    });
  }, []);

  return {
    selection,
    category,
    tick,
    openCategory,
    sum: useMemo(() => sumOf([...selection.ids].map((id) => seen.current.get(id))), [selection]),
    tickAll: () => {
      for (const found of list.rows ?? []) seen.current.set(found.id, found.row);
      setSelection({ ids: new Set((list.rows ?? []).map((row) => row.id)), anchor: undefined });
    },
    clear: () => setSelection(NOTHING),
    openBulkCategory: (anchor: HTMLElement) =>
      setCategory({ anchor, ids: [...ids.current], kind: undefined, value: null, proposed: null }),
    closeCategory: () => setCategory(undefined),
    categorise: (categoryId: string | null) => {
      if (category) void writes.categorise(category.ids, categoryId);
      setCategory(undefined);
    },
    tag: (tagId: string, wanted: boolean) => void writes.tag([...ids.current], tagId, wanted),
    trash: () => {
      void writes.trash([...ids.current]);
      setSelection(NOTHING);
    },
    /** What is ticked, or else the row with the focus. */
    trashFocused: (focused: string | undefined) => {
      const wanted = ids.current.size > 0 ? [...ids.current] : focused === undefined ? [] : [focused];
      if (wanted.length === 0) return;
      void writes.trash(wanted);
      setSelection((old) => without(old, wanted));
    },
  };
}

function sumOf(rows: readonly (Transaction | undefined)[]): { amount: string; currency: string } | undefined {
  const currency = rows[0]?.currency;
  if (currency === undefined || rows.some((row) => row?.currency !== currency)) return undefined;
  const minor = rows.reduce((sum, row) => sum + minorOf(row?.amount, currency), 0n);
  return { amount: wireOf(minor, currency), currency };
}
