/** Deleting and merging categories: the two changes of the tree that move entries along. */
import type { Id } from '@kinwise/core/ids';
import { fits, placeOf } from '@kinwise/engines/categorisation/tree';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import {
  adoptChildren,
  heldTree,
  lockedTree,
  retire,
  showCategory,
  wholeTree,
} from '../categories/categories.ts';
import type { At, CategoryRow } from '../categories/categories.ts';
import { changeEntries, idsProposed, idsWithCategory, lockEntries } from '../entries/entries.ts';
import type { Entry, EntryChange, EntryRow } from '../entries/entries.ts';
import { moveDefaultCategory } from '../merchants/merchants.ts';

/**
 * Deletes a category. Its entries stay in it, readable as they were, unless `reassignTo` says where they go. What stands
 * below it has to be moved or deleted first.
 */
export async function deleteCategory(
  ctx: HouseholdContext,
  at: At,
  reassignTo: Id | undefined,
): Promise<void> {
  const { all, row } = await lockedTree(ctx, at);
  const children = all.filter((one) => one.parent_id === row.id && !one.deleted);
  if (children.length > 0) {
    throw new Problem(
      'RESOURCE_3005',
      `"${row.name}" has ${children.length === 1 ? 'a category' : `${children.length} categories`} below it (${namesOf(children)}). Move or delete ${children.length === 1 ? 'it' : 'them'} first, or merge "${row.name}" into another category.`,
    );
  }
  const into =
    reassignTo === undefined ? undefined : target(all, row, { id: reassignTo, pointer: 'reassign_to' });
  await leave(ctx, row, into);
}

/** Gives everything of one category to another: entries, splits, merchants' defaults and the categories below it. */
export async function mergeCategory(ctx: HouseholdContext, at: At, intoId: Id) {
  const { all, row } = await lockedTree(ctx, at);
  const into = target(all, row, { id: intoId, pointer: '/into_id' });
  for (const child of all.filter((one) => one.parent_id === row.id && !one.deleted)) {
    const place = placeOf(all, { id: child.id, parentId: into.id, kind: child.kind });
    if (!place.ok)
      throw invalid('/into_id', place.problem, `"${child.name}" cannot come along: ${place.message}`);
  }
  await adoptChildren(ctx, all, { from: row, to: into });
  await leave(ctx, row, into);
  return await showCategory(ctx, into.id);
}

/**
 * Moves what the actor did not see: entries of others' private accounts. Runs as the system. What is in a category that
 * was restored meanwhile stays there.
 */
export async function followMove(ctx: HouseholdContext, from: Id, to: Id | null): Promise<void> {
  const gone = (await heldTree(ctx)).find((row) => row.id === from);
  if (gone?.deleted !== true) return;
  await recategorise(ctx, { from, to });
}

/** Which category stands for one by now: itself while it lives, else the one that took over, and so on; null where none did. */
export type HeirOf = (id: Id) => Id | null;

/** For those who go on working with categories that they read before. */
export async function heirs(ctx: HouseholdContext): Promise<HeirOf> {
  return heirsIn(await wholeTree(ctx));
}

/** For those who put entries in categories that they read before: none of these goes until the commit. */
export async function heldHeirs(ctx: HouseholdContext): Promise<HeirOf> {
  return heirsIn(await heldTree(ctx, 'shared'));
}

function heirsIn(tree: readonly CategoryRow[]): HeirOf {
  const rows = new Map(tree.map((row) => [row.id, row]));
  const heirOf: HeirOf = (id) => {
    const row = rows.get(id);
    if (row?.deleted !== true) return row?.id ?? null;
    return row.merged_into === null ? null : heirOf(row.merged_into);
  };
  return heirOf;
}

async function leave(ctx: HouseholdContext, row: CategoryRow, into: CategoryRow | undefined): Promise<void> {
  await retire(ctx, row, into?.id ?? null);
  await recategorise(ctx, { from: row.id, to: into?.id ?? null });
  await moveDefaultCategory(ctx, row.id, into?.id ?? null);
  // Devices keep a deleted category for the names of its entries: it is changed for them, not gone.
  const about = { ids: [row.id], before: row, op: 'put' as const, data: { into: into?.id ?? null } };
  ctx.emit(happened('category.deleted', about));
}

type Move = { readonly from: Id; readonly to: Id | null };

const AT_ONCE = 1000;

/**
 * Gives everything of one category to another: entries, their parts, and what is proposed for entries. Where it goes
 * without an heir, entries stay readable in it, but nobody is asked any more whether they belong there.
 */
async function recategorise(ctx: HouseholdContext, move: Move): Promise<void> {
  const proposed = await idsProposed(ctx, move.from);
  const ids = move.to === null ? proposed : [...(await idsWithCategory(ctx, move.from)), ...proposed];
  const each = [...new Set(ids)];
  for (let from = 0; from < each.length; from += AT_ONCE) {
    const entries = await lockEntries(ctx, each.slice(from, from + AT_ONCE));
    const told = move.to === null ? {} : { note: move };
    await changeEntries(
      ctx,
      entries.map((before) => moved(before, move)),
      told,
    );
  }
}

function moved(before: Entry, { from, to }: Move): EntryChange {
  const { row, splits } = before;
  const after = { ...row, ...proposalOf(row, { from, to }) };
  if (to === null) return { before, after };
  const heir = (category: Id | null): Id | null => (category === from ? to : category);
  return {
    before,
    after: { ...after, category_id: heir(row.category_id) },
    splits:
      splits.length === 0
        ? undefined
        : splits.map((split) => ({ ...split, category_id: heir(split.category_id) })),
  };
}

function proposalOf(row: EntryRow, { from, to }: Move): Partial<EntryRow> {
  if (row.proposed_category_id !== from) return {};
  if (to !== null) return { proposed_category_id: to };
  return { proposed_category_id: null, proposed_confidence: null, proposed_reason: null };
}

function target(
  all: readonly CategoryRow[],
  row: CategoryRow,
  wish: { id: Id; pointer: string },
): CategoryRow {
  const into = all.find((one) => one.id === wish.id);
  if (!into || into.deleted) {
    throw invalid(
      wish.pointer,
      'category_unknown',
      'The entries need a category of this household to go to.',
    );
  }
  if (into.id === row.id) throw invalid(wish.pointer, 'same', 'The entries need another category to go to.');
  if (!fits(row.kind, into.kind)) {
    throw invalid(
      wish.pointer,
      'category_kind',
      `"${row.name}" is for ${row.kind}, "${into.name}" for ${into.kind}. Choose one of the same kind, or one for both.`,
    );
  }
  return into;
}

function namesOf(rows: readonly CategoryRow[]): string {
  const names = rows.slice(0, 3).map((row) => row.name);
  return rows.length > 3 ? `${names.join(', ')} …` : names.join(', ');
}
