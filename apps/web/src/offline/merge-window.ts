/**
 * Merging a long stored list with the few changes of the outbox, without reading the list. Both are ordered newest first;
 * a place is counted in stored rows, so that only the rows in view ever have to be read.
 */
export type Overlay<Item> = {
  /** Places in the stored list whose rows are not shown there (deleted, moved to another day), ascending. */
  readonly hidden: readonly number[];
  /** Rows that are shown but not stored there, in order; `before` stored rows stand before each. */
  readonly inserts: readonly { readonly before: number; readonly item: Item }[];
};

export type Slot<Item> =
  | { readonly kind: 'stored'; readonly place: number }
  | { readonly kind: 'own'; readonly item: Item };

export function mergedCount<Item>(stored: number, overlay: Overlay<Item>): number {
  return stored - overlay.hidden.length + overlay.inserts.length;
}

/** What stands at the places `from` up to but not `to` of the merged list. */
export function mergedSlots<Item>(
  stored: number,
  overlay: Overlay<Item>,
  [from, to]: readonly [number, number],
): Slot<Item>[] {
  const positions = overlay.inserts.map(
    (insert, index) => insert.before - hiddenBefore(overlay.hidden, insert.before) + index,
  );
  const slots: Slot<Item>[] = [];
  const end = Math.min(to, mergedCount(stored, overlay));
  let nextInsert = positions.findIndex((position) => position >= from);
  if (nextInsert < 0) nextInsert = positions.length;
  for (let at = Math.max(0, from); at < end; at += 1) {
    const insert = overlay.inserts[nextInsert];
    if (insert && positions[nextInsert] === at) {
      slots.push({ kind: 'own', item: insert.item });
      nextInsert += 1;
    } else {
      slots.push({ kind: 'stored', place: storedPlace(overlay.hidden, at - nextInsert) });
    }
  }
  return slots;
}

function hiddenBefore(hidden: readonly number[], place: number): number {
  let count = 0;
  while (count < hidden.length && (hidden[count] ?? 0) < place) count += 1;
  return count;
}

/** The place of the n-th stored row that is not hidden. */
function storedPlace(hidden: readonly number[], nth: number): number {
  let place = nth;
  for (const gone of hidden) {
    if (gone > place) break;
    place += 1;
  }
  return place;
}
