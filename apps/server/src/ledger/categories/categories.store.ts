import type { Id } from '@kinwise/core/ids';
import type { CategoryKind } from '@kinwise/engines/categorisation/default-tree';
import { nameKey } from '@kinwise/engines/categorisation/names';
import type { HouseholdContext } from '../../platform/context.ts';
import { OWN_PARTS, ownOnly } from '../sight/sight.ts';
import { k } from '../../platform/database.ts';

export type CategoryRow = {
  id: Id;
  parent_id: Id | null;
  name: string;
  name_mi: string | null;
  name_key: string;
  kind: CategoryKind;
  icon: string;
  colour: string;
  position: number;
  depth: number;
  default_key: string | null;
  /** Which one took over what was in it, where it was merged. */
  merged_into: Id | null;
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  deleted: boolean;
};

/** All categories of the household, or those of these ids; deleted ones too: a tree is judged as a whole, and it is small. */
export async function readCategories(ctx: HouseholdContext, ids?: readonly Id[]): Promise<CategoryRow[]> {
  return await ctx.db.text<CategoryRow>(
    `select id, parent_id, name, name_mi, name_key, kind, icon, colour, position, depth, default_key, merged_into, version, created_at,
       updated_at, deleted_at, deleted_at is not null as deleted
     from categories where household_id = $1 and ($2::uuid[] is null or id = any($2))`,
    [ctx.household, ids ? [...ids] : null],
  );
}

/**
 * Holds every other change of this household's tree until the commit: two moves may each be right and together a circle.
 * `shared`: together with others who only count on it staying as it is.
 */
export async function lockTree(ctx: HouseholdContext, how: 'alone' | 'shared' = 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await ctx.db.text(`select ${lock}(hashtextextended('categories ' || $1, 0))`, [ctx.household]);
}

export type NewCategoryRow = Pick<
  CategoryRow,
  'id' | 'parent_id' | 'name' | 'name_mi' | 'kind' | 'icon' | 'colour' | 'position' | 'depth' | 'default_key'
>;

export async function insertCategory(ctx: HouseholdContext, row: NewCategoryRow): Promise<void> {
  await ctx.db.run(k.insertInto('categories').values(full(ctx, row)));
}

/** Writes those whose name and default are still free; answers the ids of what it wrote. */
export async function insertMissing(ctx: HouseholdContext, rows: readonly NewCategoryRow[]): Promise<Id[]> {
  if (rows.length === 0) return [];
  const made = await ctx.db.rows(
    k
      .insertInto('categories')
      .values(rows.map((row) => full(ctx, row)))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return made.map((row) => row.id);
}

type Changeable =
  | 'parent_id'
  | 'name'
  | 'name_mi'
  | 'kind'
  | 'icon'
  | 'colour'
  | 'position'
  | 'depth'
  | 'merged_into'
  | 'deleted_at';

/** What is absent or undefined stays. */
export type CategoryChanges = { [Field in Changeable]?: CategoryRow[Field] | undefined };

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateCategory(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  changes: CategoryChanges,
): Promise<boolean> {
  const key = changes.name === undefined ? {} : { name_key: nameKey(changes.name) };
  const touched = await ctx.db.run(
    k
      .updateTable('categories')
      .set((q) => ({ ...changes, ...key, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

/** What stands below a category that moved or was renamed: its levels shift, and its path reads differently. */
export async function shiftBelow(ctx: HouseholdContext, ids: readonly Id[], levels: number): Promise<void> {
  if (ids.length === 0) return;
  // A deleted one may stand deeper than its level can say; its place is worked out anew when it is restored.
  await ctx.db.text(
    `update categories set depth = case when deleted_at is null then depth + $3
         else least(greatest(depth + $3, 1), 3) end, updated_at = $4, version = version + 1
     where household_id = $1 and id = any($2::uuid[])`,
    [ctx.household, ids, levels, ctx.now],
  );
}

/** Sets the positions in the order of the ids; answers the ids of those that moved. */
export async function writePositions(ctx: HouseholdContext, ids: readonly Id[]): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `update categories c set position = o.place, updated_at = $3, version = c.version + 1
     from unnest($2::uuid[]) with ordinality as o (id, place)
     where c.household_id = $1 and c.id = o.id and c.deleted_at is null and c.position <> o.place
     returning c.id`,
    [ctx.household, ids, ctx.now],
  );
  return rows.map((row) => row.id);
}

/** Stands for «no category» in the keys of the totals. */
const NONE = '00000000-0000-0000-0000-000000000000';

export type CategoryCount = { category_id: Id; entries: number; minor: bigint };

/**
 * How many booked entries each category has, and their sum in the household's currency: from the month totals, and for
 * who sees only their own from those.
 */
export async function countEntries(ctx: HouseholdContext): Promise<CategoryCount[]> {
  const me = ownOnly(ctx);
  if (me !== undefined) {
    return await ctx.db.text<CategoryCount>(
      `select o.category_key as category_id, count(*)::int as entries, sum(o.household_minor)::bigint as minor
       from (${OWN_PARTS}) o where o.category_key <> $3 group by o.category_key`,
      [ctx.household, me, NONE],
    );
  }
  return await ctx.db.text<CategoryCount>(
    `select category_key as category_id, sum(entries)::int as entries,
       sum(income_minor + expense_minor)::bigint as minor
     from category_months where household_id = $1 and category_key <> $2 group by category_key having sum(entries) <> 0`,
    [ctx.household, NONE],
  );
}

/** Whether a category holds money that went out, as far as the actor sees it. */
export async function holdsSpending(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const rows = await ctx.db.text(
    `select 1 from transactions where household_id = $1 and category_id = $2 and amount_minor < 0
     union all select 1 from transaction_splits where household_id = $1 and category_id = $2 and amount_minor < 0
     limit 1`,
    [ctx.household, id],
  );
  return rows.length > 0;
}

function full(ctx: HouseholdContext, row: NewCategoryRow) {
  return {
    ...row,
    household_id: ctx.household,
    name_key: nameKey(row.name),
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}
