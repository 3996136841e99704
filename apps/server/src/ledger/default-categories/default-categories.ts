/** The tree that a household begins with, and may take again where it threw parts of it away for good. */
import { newId } from '@kinwise/core/ids';
import { DEFAULT_CATEGORIES } from '@kinwise/engines/categorisation/default-tree';
import type { DefaultCategory } from '@kinwise/engines/categorisation/default-tree';
import { nameKey } from '@kinwise/engines/categorisation/names';
import type { HouseholdContext } from '../../platform/context.ts';
import { addMissing, heldTree } from '../categories/categories.ts';
import type { CategoryRow, NewCategoryRow } from '../categories/categories.ts';

/**
 * Gives a household the default tree. What is there already stays as it is, whatever it is called now; what was deleted
 * stays deleted. Safe to call again.
 */
export async function seedCategories(ctx: HouseholdContext): Promise<void> {
  const tops = DEFAULT_CATEGORIES.filter((row) => row.parentKey === undefined);
  await addMissing(
    ctx,
    tops.map((row) => rowOf(row)),
  );
  const all = await heldTree(ctx);
  const children = DEFAULT_CATEGORIES.flatMap((row) => {
    if (row.parentKey === undefined) return [];
    const parent = parentOf(all, row.parentKey);
    return parent ? [rowOf(row, parent)] : [];
  });
  await addMissing(ctx, children);
}

/** A household may have made a category of the same name by itself: it then stands in for the default one. */
function parentOf(all: readonly CategoryRow[], key: string): CategoryRow | undefined {
  const name = nameKey(DEFAULT_CATEGORIES.find((row) => row.key === key)?.name ?? '');
  const living = all.filter((row) => !row.deleted && row.depth < 3);
  return (
    living.find((row) => row.default_key === key) ??
    living.find((row) => row.parent_id === null && row.name_key === name)
  );
}

function rowOf(row: DefaultCategory, parent?: CategoryRow): NewCategoryRow {
  return {
    id: newId(),
    parent_id: parent?.id ?? null,
    name: row.name,
    name_mi: row.nameMi ?? null,
    kind: row.kind,
    icon: row.icon,
    colour: row.colour,
    position: DEFAULT_CATEGORIES.indexOf(row) + 1,
    depth: parent ? parent.depth + 1 : 1,
    default_key: row.key,
  };
}
