/** Which rows are ticked, and the row that a range with Shift begins at. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly anchor: string | undefined };

export const NOTHING: Selection = { ids: new Set(), anchor: undefined };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/**
 * Ticks everything from the anchor to a row, as they stand in the list. Without an anchor, or when it is no longer in the
 * list, the row alone is ticked.
 */
export function extended(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return { ids: new Set([...selection.ids, id]), anchor: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}

/** What is left of a selection when rows have gone from the household. */
export function without({ ids, anchor }: Selection, gone: readonly string[]): Selection {
  const left = new Set([...ids].filter((id) => !gone.includes(id)));
  return { ids: left, anchor: anchor !== undefined && left.has(anchor) ? anchor : undefined };
}
