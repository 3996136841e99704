import type { Id } from '@kinwise/core/ids';
import { sql } from 'kysely';
import type { HouseholdContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import { isOwn, ownOnly } from '../sight/sight.ts';

export type TagRow = {
  id: Id;
  name: string;
  colour: string;
  version: number;
  created_at: string;
  updated_at: string;
  uses: bigint;
};

const COLUMNS = ['t.id', 't.name', 't.colour', 't.version', 't.created_at', 't.updated_at'] as const;

/** The entry of the link `u` is the actor's own. */
const OWN = sql<boolean>`exists (select 1 from transactions t
  where t.household_id = u.household_id and t.id = u.transaction_id and ${sql.raw(isOwn('kinwise.actor()'))})`;

/** All living tags by name, with how many entries each is on. Entries that the reader may not see are not counted. */
export async function readTags(ctx: HouseholdContext, ids?: readonly Id[]): Promise<TagRow[]> {
  const narrowed = ownOnly(ctx) !== undefined;
  let query = k
    .selectFrom('tags as t')
    .select(COLUMNS)
    .select((q) =>
      q
        .selectFrom('transaction_tags as u')
        .whereRef('u.household_id', '=', 't.household_id')
        .whereRef('u.tag_id', '=', 't.id')
        .$if(narrowed, (uses) => uses.where(OWN))
        .select((count) => count.fn.countAll<bigint>().as('uses'))
        .as('uses'),
    )
    .where('t.household_id', '=', ctx.household)
    .where('t.deleted_at', 'is', null)
    .orderBy('t.name_key');
  if (ids) query = query.where('t.id', 'in', [...ids]);
  const rows = await ctx.db.rows(query);
  return rows.map((row) => ({ ...row, uses: row.uses ?? 0n }));
}

export async function readTag(ctx: HouseholdContext, id: Id): Promise<TagRow | undefined> {
  return (await readTags(ctx, [id]))[0];
}

/** How many of these tags live in the household. */
export async function countTags(ctx: HouseholdContext, ids: readonly Id[]): Promise<number> {
  const rows = await ctx.db.text(
    'select 1 from tags where household_id = $1 and id = any($2::uuid[]) and deleted_at is null',
    [ctx.household, [...ids]],
  );
  return rows.length;
}

export async function insertTag(
  ctx: HouseholdContext,
  tag: { id: Id; name: string; colour: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('tags').values({
      household_id: ctx.household,
      id: tag.id,
      name: tag.name,
      name_key: nameKey(tag.name),
      colour: tag.colour,
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
}

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateTag(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  change: { name?: string | undefined; colour?: string | undefined; deleted_at?: string },
): Promise<boolean> {
  const { name, colour, deleted_at } = change;
  const touched = await ctx.db.run(
    k
      .updateTable('tags')
      .set((q) => ({ updated_at: ctx.now, version: q('version', '+', 1) }))
      .$if(name !== undefined, (q) => q.set({ name: name ?? '', name_key: nameKey(name ?? '') }))
      .$if(colour !== undefined, (q) => q.set({ colour: colour ?? '' }))
      .$if(deleted_at !== undefined, (q) => q.set({ deleted_at: deleted_at ?? null }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

function nameKey(name: string): string {
  return name.toLocaleLowerCase('en').replace(/\s+/g, ' ');
}

export type TagLink = { transaction_id: Id; tag_id: Id; private_to: Id | null };

export async function addTagLinks(ctx: HouseholdContext, links: readonly TagLink[]): Promise<void> {
  if (links.length === 0) return;
  await ctx.db.text(
    `insert into transaction_tags (household_id, transaction_id, tag_id, private_to)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as u (a, b, c) on conflict do nothing`,
    [
      ctx.household,
      links.map((link) => link.transaction_id),
      links.map((link) => link.tag_id),
      links.map((link) => link.private_to),
    ],
  );
}

/** The tags of an entry. */
export async function readLinkedTags(ctx: HouseholdContext, entry: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ tag_id: Id }>(
    'select tag_id from transaction_tags where household_id = $1 and transaction_id = $2 order by tag_id',
    [ctx.household, entry],
  );
  return rows.map((row) => row.tag_id);
}

export async function removeTagLinks(
  ctx: HouseholdContext,
  ids: readonly Id[],
  tags: readonly Id[] | 'all',
): Promise<void> {
  await ctx.db.text(
    `delete from transaction_tags where household_id = $1 and transaction_id = any($2::uuid[])
       and ($3::uuid[] is null or tag_id = any($3))`,
    [ctx.household, [...ids], tags === 'all' ? null : [...tags]],
  );
}

/** Links are as private as their entries. */
export async function setLinkSight(
  ctx: HouseholdContext,
  ids: readonly Id[],
  privateTo: Id | null,
): Promise<void> {
  await ctx.db.text(
    'update transaction_tags set private_to = $3 where household_id = $1 and transaction_id = any($2::uuid[])',
    [ctx.household, [...ids], privateTo],
  );
}
