import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type SavedSearchRow = {
  id: Id;
  name: string;
  filters: Record<string, string | boolean>;
  version: number;
  created_at: string;
  updated_at: string;
};

const COLUMNS = ['id', 'name', 'filters', 'version', 'created_at', 'updated_at'] as const;

/** The member's own, by name. Those of other members are behind the wall: the table has a column private_to. */
export async function readSavedSearches(
  ctx: HouseholdContext,
  ids?: readonly Id[],
): Promise<SavedSearchRow[]> {
  let query = k
    .selectFrom('saved_searches')
    .select(COLUMNS)
    .where('household_id', '=', ctx.household)
    .orderBy('name_key');
  if (ids) query = query.where('id', 'in', [...ids]);
  return (await ctx.db.rows(query)) as SavedSearchRow[];
}

/** What one member saves at once is saved in turn, so that none is one too many. */
export async function takeSearchesTurn(ctx: HouseholdContext, owner: Id): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtextextended('saved searches of ' || $1::text, 0))", [
    owner,
  ]);
}

export async function insertSavedSearch(
  ctx: HouseholdContext,
  search: { id: Id; owner: Id; name: string; filters: Readonly<Record<string, unknown>> },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('saved_searches').values({
      household_id: ctx.household,
      id: search.id,
      private_to: search.owner,
      name: search.name,
      name_key: nameKey(search.name),
      filters: JSON.stringify(search.filters),
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
}

/** Writes the name and the filters; answers false when the row is not at `version` any more. */
export async function updateSavedSearch(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  next: { name: string; filters: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('saved_searches')
      .set((q) => ({
        name: next.name,
        name_key: nameKey(next.name),
        filters: JSON.stringify(next.filters),
        updated_at: ctx.now,
        version: q('version', '+', 1),
      }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

export async function removeSavedSearch(ctx: HouseholdContext, id: Id): Promise<void> {
  await ctx.db.run(
    k.deleteFrom('saved_searches').where('household_id', '=', ctx.household).where('id', '=', id),
  );
}

function nameKey(name: string): string {
  return name.toLocaleLowerCase('en').replace(/\s+/g, ' ');
}
