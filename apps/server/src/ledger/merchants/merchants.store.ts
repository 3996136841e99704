import type { Id } from '@kinwise/core/ids';
import { nameKey } from '@kinwise/engines/categorisation/names';
import { sql } from 'kysely';
import type { HouseholdContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Position } from '../../platform/lists.ts';

export type MerchantRow = {
  id: Id;
  name: string;
  name_key: string;
  default_category_id: Id | null;
  colour: string;
  private_to: Id | null;
  version: number;
  created_at: string;
  updated_at: string;
};

const COLUMNS = [
  'id',
  'name',
  'name_key',
  'default_category_id',
  'colour',
  'private_to',
  'version',
  'created_at',
  'updated_at',
] as const;

/** Living merchants by name; with a page, one row more than it holds. */
export async function readMerchants(
  ctx: HouseholdContext,
  wanted: { ids?: readonly Id[] | undefined; q?: string | undefined },
  page?: { size: number; from: Position | undefined },
): Promise<MerchantRow[]> {
  const back = page?.from?.back === true;
  let query = k
    .selectFrom('merchants as m')
    .select(COLUMNS)
    .where('household_id', '=', ctx.household)
    .where('deleted_at', 'is', null)
    .orderBy('name_key', back ? 'desc' : 'asc')
    .orderBy('id', back ? 'desc' : 'asc');
  if (wanted.ids) query = query.where('id', 'in', [...wanted.ids]);
  if (wanted.q !== undefined) {
    const part = nameKey(wanted.q);
    // By its own name or by any name that banks write for it; strpos knows no wildcards.
    query = query.where((q) =>
      q.or([
        sql<boolean>`strpos(m.name_key, ${part}) > 0`,
        q.exists(
          q
            .selectFrom('payees as p')
            .select('p.id')
            .whereRef('p.household_id', '=', 'm.household_id')
            .whereRef('p.merchant_id', '=', 'm.id')
            .where(sql<boolean>`strpos(p.name_key, ${part}) > 0`),
        ),
      ]),
    );
  }
  if (page) {
    query = query.limit(page.size + 1);
    const [key, id] = page.from?.values ?? [];
    if (key !== undefined && id) {
      query = query.where(sql<boolean>`(name_key, id) ${sql.raw(back ? '<' : '>')} (${key}, ${id}::uuid)`);
    }
  }
  return await ctx.db.rows(query);
}

export async function insertMerchant(
  ctx: HouseholdContext,
  row: Pick<MerchantRow, 'id' | 'name' | 'default_category_id' | 'colour' | 'private_to'>,
): Promise<void> {
  await ctx.db.run(
    k.insertInto('merchants').values({
      ...row,
      household_id: ctx.household,
      name_key: nameKey(row.name),
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
}

export type MerchantChanges = {
  name?: string | undefined;
  default_category_id?: Id | null | undefined;
  colour?: string | undefined;
  deleted_at?: string | undefined;
};

/** Holds merchants in one order until the commit. */
export async function holdMerchants(ctx: HouseholdContext, ids: readonly Id[]): Promise<void> {
  await ctx.db.text(
    'select 1 from merchants where household_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [ctx.household, [...ids]],
  );
}

/** Writes what changed and grows the version; answers false when the row is not at `version` any more. */
export async function updateMerchant(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  changes: MerchantChanges,
): Promise<boolean> {
  const key = changes.name === undefined ? {} : { name_key: nameKey(changes.name) };
  const touched = await ctx.db.run(
    k
      .updateTable('merchants')
      .set((q) => ({ ...changes, ...key, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

/** Merchants whose entries go to one category by default are given another one, or none. Answers their ids. */
export async function moveDefaults(
  ctx: HouseholdContext,
  from: Id,
  to: Id | null,
): Promise<{ id: Id; private_to: Id | null }[]> {
  return await ctx.db.text(
    `update merchants set default_category_id = $3, updated_at = $4, version = version + 1
     where household_id = $1 and default_category_id = $2 and deleted_at is null returning id, private_to`,
    [ctx.household, from, to, ctx.now],
  );
}
