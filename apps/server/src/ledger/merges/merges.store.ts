/** What was merged into other entries: it lies in the trash, and knows where it went. */
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/**
 * Ids of what of household `$1` was merged into an entry of the books, straight or by way of others, as a common table
 * `merged`. By the fences (offset 0) each step is looked up by its index, however few the planner reckons with.
 */
export const mergedInto = (which = 'true'): string => `recursive merged as (
  select m.id from transactions m cross join lateral (
    select from transactions where household_id = $1 and id = m.merged_into and deleted_at is null and ${which} offset 0) k
  where m.household_id = $1 and m.merged_into is not null and m.deleted_at is not null
  union
  select m.id from merged k cross join lateral (
    select id from transactions where household_id = $1 and merged_into = k.id and deleted_at is not null offset 0) m)`;

/** Ids of what was merged into each of these entries, the earliest first. */
export async function readMerged(ctx: HouseholdContext, kept: readonly Id[]): Promise<Map<Id, Id[]>> {
  const rows = await ctx.db.text<{ into: Id; ids: Id[] }>(
    `select merged_into as into, array_agg(id order by id) as ids from transactions
     where household_id = $1 and merged_into = any($2::uuid[]) group by 1`,
    [ctx.household, [...kept]],
  );
  return new Map(rows.map(({ into, ids }) => [into, ids]));
}

/**
 * Ids of what went to the trash before an instant, locked: what is being restored at this moment is not among them. What
 * was merged into an entry of a file stays: it takes its place should that file be undone.
 */
export async function trashedBefore(ctx: HouseholdContext, before: string): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `with ${mergedInto('import_id is not null')}
     select id from transactions t where household_id = $1 and deleted_at < $2 and not exists (
       select from merged m where m.id = t.id)
     order by id limit 50000 for no key update`,
    [ctx.household, before],
  );
  return rows.map((row) => row.id);
}
