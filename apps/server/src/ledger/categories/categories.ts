import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { accepts, below, flatTree, placeOf } from '@kinwise/engines/categorisation/tree';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { placesMoved } from '../../platform/matter.ts';
import { Problem, invalid, notFound, stale, unknown } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { categoryOnTheWire } from './categories.schema.ts';
import type { CategoryChange, CategoryListQuery, NewCategory, WireCategory } from './categories.schema.ts';
import {
  countEntries,
  holdsSpending,
  insertCategory,
  insertMissing,
  lockTree,
  readCategories,
  shiftBelow,
  updateCategory,
  writePositions,
} from './categories.store.ts';
import type { CategoryCount, CategoryRow, NewCategoryRow } from './categories.store.ts';

export type { CategoryRow, NewCategoryRow } from './categories.store.ts';
export { readCategories as wholeTree } from './categories.store.ts';

export type At = { id: Id; ifVersion: number | undefined };

/** The tree as a flat list in its order. */
export async function showTree(ctx: HouseholdContext, query: CategoryListQuery): Promise<WireCategory[]> {
  const all = await onTheWire(ctx, await readCategories(ctx));
  return all.filter(
    (row) =>
      (query.deleted === true || !row.is_archived) && (query.kind === undefined || row.kind === query.kind),
  );
}

/** Categories as devices keep them, by id or all of them: deleted ones too, so that their history stays readable. */
export async function listCategories(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireCategory[]> {
  const wanted = ids && new Set(ids);
  return (await onTheWire(ctx, await readCategories(ctx))).filter((row) => !wanted || wanted.has(row.id));
}

export async function showCategory(ctx: HouseholdContext, id: Id): Promise<WireCategory> {
  const [row] = await listCategories(ctx, [id]);
  if (!row) throw notFound('category');
  return row;
}

/**
 * A living category that an entry may be put in, or a refusal that names the field. Money that comes back may be in the
 * category it was spent in; money that goes out may not be in an income category.
 */
export async function requireCategory(
  ctx: HouseholdContext,
  id: Id,
  forType?: 'income' | 'expense',
): Promise<CategoryRow> {
  const [row] = await requireCategories(ctx, [{ id, forType, pointer: '/category_id' }]);
  return row as CategoryRow;
}

/** The same for many at once, in the order asked; each refusal carries the pointer of its field. */
export async function requireCategories(
  ctx: HouseholdContext,
  uses: readonly { id: Id; forType?: 'income' | 'expense' | undefined; pointer: string }[],
): Promise<CategoryRow[]> {
  if (uses.length === 0) return [];
  const ids = uses.map((use) => use.id);
  const byId = new Map((await readCategories(ctx, ids)).map((row) => [row.id, row]));
  return uses.map(({ id, forType, pointer }) => {
    const row = byId.get(id);
    if (!row) throw unknown(pointer, 'category_unknown', 'There is no such category in this household.');
    if (row.deleted) {
      const message = `"${row.name}" is deleted. Restore it, or choose another one.`;
      throw invalid(pointer, 'category_deleted', message);
    }
    if (forType !== undefined && !accepts(row.kind, forType)) {
      throw invalid(
        pointer,
        'category_kind',
        `"${row.name}" is for income. Choose one for spending, or make it one for both.`,
      );
    }
    return row;
  });
}

/** The category itself and everything below it, deleted ones too: what a filter by category means. */
export async function descendantsOf(ctx: HouseholdContext, id: Id): Promise<Id[]> {
  return [id, ...below(await readCategories(ctx), id)];
}

/** Names and kinds of all living categories, for those who propose one. */
export async function livingCategories(ctx: HouseholdContext): Promise<Map<Id, CategoryRow>> {
  const rows = await readCategories(ctx);
  return new Map(rows.filter((row) => !row.deleted).map((row) => [row.id, row]));
}

export async function addCategory(ctx: HouseholdContext, body: NewCategory): Promise<WireCategory> {
  await lockTree(ctx);
  const all = await readCategories(ctx);
  const parent = all.find((row) => row.id === body.parent_id);
  const kind = body.kind ?? parent?.kind ?? 'expense';
  const depth = placed(all, { parentId: body.parent_id, kind });
  const id = body.id ?? newId();
  const row: NewCategoryRow = {
    id,
    parent_id: body.parent_id,
    name: body.name,
    name_mi: body.name_mi ?? null,
    kind,
    icon: body.icon,
    colour: body.colour,
    position: body.order ?? lastPosition(all, body.parent_id) + 1,
    depth,
    default_key: null,
  };
  await uniquely(body.name, async () => {
    await insertCategory(ctx, row);
  });
  ctx.emit(happened('category.created', { ids: [id], after: row }));
  return await showCategory(ctx, id);
}

/** Renames, recolours, moves: a category moves with everything below it. */
export async function changeCategory(
  ctx: HouseholdContext,
  at: At,
  body: CategoryChange,
): Promise<WireCategory> {
  await lockTree(ctx);
  const { all, row: before } = await unmoved(ctx, at);
  const { order, ...rest } = body;
  const kind = body.kind ?? before.kind;
  const parentId = body.parent_id === undefined ? before.parent_id : body.parent_id;
  const depth = placed(all, { id: at.id, parentId, kind });
  if (kind === 'income' && before.kind !== 'income' && (await holdsSpending(ctx, at.id))) {
    throw invalid('/kind', 'in_use', `"${before.name}" holds spending. Make it one for both instead.`);
  }
  const changes = { ...rest, ...(order === undefined ? {} : { position: order }), depth };
  await uniquely(body.name ?? before.name, async () => {
    if (!(await updateCategory(ctx, before, changes))) throw stale(await showCategory(ctx, at.id));
  });
  ctx.emit(happened('category.changed', { ids: [at.id], before, after: changes }));
  if (depth !== before.depth || (body.name !== undefined && body.name !== before.name)) {
    await shiftFamily(ctx, { all, id: at.id, levels: depth - before.depth });
  }
  return await showCategory(ctx, at.id);
}

/** Takes a deleted category back to where it was. */
export async function restoreCategory(ctx: HouseholdContext, at: At): Promise<WireCategory> {
  await lockTree(ctx);
  const all = await readCategories(ctx);
  const row = all.find((one) => one.id === at.id);
  if (!row) throw notFound('category');
  if (!row.deleted) return await showCategory(ctx, at.id);
  const depth = placed(all, { id: row.id, parentId: row.parent_id, kind: row.kind });
  await uniquely(row.name, async () => {
    await updateCategory(ctx, row, { deleted_at: null, merged_into: null, depth });
  });
  ctx.emit(happened('category.changed', { ids: [row.id], before: row, after: { deleted: false } }));
  return await showCategory(ctx, at.id);
}

/** Puts categories in the order given; those that are not named keep their places. */
export async function reorderCategories(ctx: HouseholdContext, ids: readonly Id[]): Promise<WireCategory[]> {
  await lockTree(ctx);
  const living = await livingCategories(ctx);
  const index = ids.findIndex((id, at) => !living.has(id) || ids.indexOf(id) !== at);
  if (index >= 0) {
    throw invalid(
      `/ids/${index}`,
      'category_unknown',
      'Each id has to be a category of this household, once.',
    );
  }
  const moved = await writePositions(ctx, ids);
  const parts = placesMoved(moved, ids, living);
  if (moved.length > 0) ctx.emit(happened('category.changed', { ids: moved, parts }));
  return await showTree(ctx, {});
}

/** How many booked entries each category has, and their sum, from the month totals. */
export async function entryCounts(ctx: HouseholdContext): Promise<CategoryCount[]> {
  return await countEntries(ctx);
}

/** Everything there is, deleted ones too, with the tree held until the commit, alone or together with others. */
export async function heldTree(ctx: HouseholdContext, how?: 'shared'): Promise<CategoryRow[]> {
  await lockTree(ctx, how);
  return await readCategories(ctx);
}

/** Writes those whose name and place are still free, and answers the ids of what it wrote. */
export async function addMissing(ctx: HouseholdContext, rows: readonly NewCategoryRow[]): Promise<Id[]> {
  const made = await insertMissing(ctx, rows);
  if (made.length > 0) {
    ctx.emit(happened('category.created', { ids: made, after: { defaults: made.length } }));
  }
  return made;
}

/** For those who change the tree from outside: everything as it is, with the tree held until the commit. */
export async function lockedTree(
  ctx: HouseholdContext,
  at: At,
): Promise<{ all: CategoryRow[]; row: CategoryRow }> {
  await lockTree(ctx);
  return await unmoved(ctx, at);
}

/** Takes a category out of the tree; its row stays, so that its history can be read. */
export async function retire(ctx: HouseholdContext, row: CategoryRow, merged_into: Id | null): Promise<void> {
  if (!(await updateCategory(ctx, row, { deleted_at: ctx.now, merged_into })))
    throw stale(await showCategory(ctx, row.id));
}

/** Gives everything below one category to another, of whose place the caller is sure. */
export async function adoptChildren(
  ctx: HouseholdContext,
  all: readonly CategoryRow[],
  move: { from: CategoryRow; to: CategoryRow },
): Promise<void> {
  const levels = move.to.depth - move.from.depth;
  const children = all.filter((row) => row.parent_id === move.from.id && !row.deleted);
  for (const child of children) {
    const changes = { parent_id: move.to.id, depth: child.depth + levels };
    await uniquely(child.name, async () => {
      await updateCategory(ctx, child, changes);
    });
    ctx.emit(happened('category.changed', { ids: [child.id], before: child, after: changes }));
    await shiftFamily(ctx, { all, id: child.id, levels });
  }
}

/** What everything below a category has to hear when it moved or was renamed: other levels, other paths. */
export async function shiftFamily(
  ctx: HouseholdContext,
  of: { all: readonly CategoryRow[]; id: Id; levels: number },
): Promise<void> {
  const family = below(of.all, of.id);
  await shiftBelow(ctx, family, of.levels);
  if (family.length > 0) ctx.emit({ ...happened('category.changed', { ids: family }), silent: true });
}

/** What may be done with a category now. */
export async function actionsOn(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  return (await showCategory(ctx, id)).available_actions;
}

function placed(all: readonly CategoryRow[], wish: Parameters<typeof placeOf>[1]): number {
  const place = placeOf(all, wish);
  if (place.ok) return place.depth;
  throw invalid(place.problem === 'kind_clash' ? '/kind' : '/parent_id', place.problem, place.message);
}

function lastPosition(all: readonly CategoryRow[], parentId: Id | null): number {
  return all.reduce((last, row) => (row.parent_id === parentId ? Math.max(last, row.position) : last), 0);
}

async function unmoved(ctx: HouseholdContext, at: At): Promise<{ all: CategoryRow[]; row: CategoryRow }> {
  const all = await readCategories(ctx);
  const row = all.find((one) => one.id === at.id && !one.deleted);
  if (!row) throw notFound('category');
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(await showCategory(ctx, at.id));
  return { all, row };
}

async function onTheWire(ctx: HouseholdContext, rows: readonly CategoryRow[]): Promise<WireCategory[]> {
  const counts = new Map((await countEntries(ctx)).map((row) => [row.category_id, row.entries]));
  const may = ctx.reach('categories.manage') !== 'none';
  return flatTree(rows).map(({ node, depth, path }) =>
    categoryOnTheWire(node, {
      depth,
      path,
      entries: counts.get(node.id) ?? 0,
      actions: !may ? [] : node.deleted ? ['restore'] : ['edit', 'merge', 'delete'],
    }),
  );
}

async function uniquely(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (constraintOf(error) === 'categories_name') {
      throw new Problem(
        'RESOURCE_3002',
        `There is a category "${name}" in this place already. Choose another name, or merge the two.`,
        { errors: [{ pointer: '/name', code: 'taken', message: 'The name is taken.' }] },
      );
    }
    if (constraintOf(error) === 'categories_pkey') {
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    }
    throw error;
  }
}
