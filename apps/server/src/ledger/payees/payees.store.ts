import type { Id } from '@kinwise/core/ids';
import { nameKey } from '@kinwise/engines/categorisation/names';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Position } from '../../platform/lists.ts';
import { isOwn, isSeen, ownOnly } from '../sight/sight.ts';

export type PayeeRow = {
  id: Id;
  name: string;
  name_key: string;
  merchant_id: Id | null;
  private_to: Id | null;
};

/** The payees of these keys: shared ones, or those of one member's private accounts. */
export async function findPayees(
  ctx: HouseholdContext,
  keys: readonly string[],
  privateTo: Id | null,
): Promise<PayeeRow[]> {
  // Two texts, because the index serves «is null» and «=» and not «is not distinct from».
  return await ctx.db.text<PayeeRow>(
    privateTo === null
      ? `select id, name, name_key, merchant_id, private_to from payees
         where household_id = $1 and private_to is null and name_key = any($2::text[])`
      : `select id, name, name_key, merchant_id, private_to from payees
         where household_id = $1 and private_to = $3 and name_key = any($2::text[])`,
    privateTo === null ? [ctx.household, keys] : [ctx.household, keys, privateTo],
  );
}

/**
 * Writes those that are not there, and lets them belong to the merchant who bears their name, and who waits with going
 * until they are written. Somebody else may write the same at this moment: then theirs stays, and the caller has to look
 * again.
 */
export async function insertPayees(
  ctx: HouseholdContext,
  rows: readonly { id: Id; name: string; name_key: string }[],
  privateTo: Id | null,
): Promise<PayeeRow[]> {
  return await ctx.db.text<PayeeRow>(
    `insert into payees (household_id, id, name, name_key, merchant_id, private_to, created_at)
     select $1, w.id, w.name, w.name_key, (
         select m.id from merchants m
         where m.household_id = $1 and m.name_key = w.name_key and m.deleted_at is null
           and (m.private_to is null or m.private_to = $5)
         order by m.private_to nulls last limit 1 for share), $5, $6
     from unnest($2::uuid[], $3::text[], $4::text[]) as w (id, name, name_key)
     order by w.name_key
     on conflict (household_id, private_to, name_key) do nothing
     returning id, name, name_key, merchant_id, private_to`,
    [
      ctx.household,
      rows.map((row) => row.id),
      rows.map((row) => row.name),
      rows.map((row) => row.name_key),
      privateTo,
      ctx.now,
    ],
  );
}

/** The names of payees, by id. */
export async function readNames(
  ctx: HouseholdContext,
  ids: readonly Id[],
): Promise<{ id: Id; name: string }[]> {
  return await ctx.db.text('select id, name from payees where household_id = $1 and id = any($2::uuid[])', [
    ctx.household,
    [...ids],
  ]);
}

export async function readPayee(ctx: HouseholdContext, id: Id): Promise<PayeeRow | undefined> {
  const [row] = await ctx.db.text<PayeeRow>(
    `select id, name, name_key, merchant_id, private_to from payees where household_id = $1 and id = $2`,
    [ctx.household, id],
  );
  return row;
}

/** Gives payees to a merchant, or to nobody. */
export async function assignPayees(ctx: HouseholdContext, ids: readonly Id[], to: Id | null): Promise<void> {
  await ctx.db.text(`update payees set merchant_id = $3 where household_id = $1 and id = any($2::uuid[])`, [
    ctx.household,
    ids,
    to,
  ]);
}

/** Gives everything of one merchant to another, or to nobody. Answers the payees that moved. */
export async function movePayees(ctx: HouseholdContext, from: Id, to: Id | null): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `update payees set merchant_id = $3 where household_id = $1 and merchant_id = $2 returning id`,
    [ctx.household, from, to],
  );
  return rows.map((row) => row.id);
}

/** The payees of a key that the actor sees, the shared one and their own private one, held: two who claim it take turns. */
export async function visiblePayees(ctx: HouseholdContext, key: string): Promise<PayeeRow[]> {
  return await ctx.db.text<PayeeRow>(
    `select id, name, name_key, merchant_id, private_to from payees where household_id = $1 and name_key = $2
     order by id for no key update`,
    [ctx.household, key],
  );
}

/** The entries of these payees, for telling devices that their merchant is another one now. */
export async function entriesOf(
  ctx: HouseholdContext,
  payees: readonly Id[],
): Promise<{ id: Id; private_to: Id | null }[]> {
  return await ctx.db.text(
    `select id, private_to from transactions where household_id = $1 and payee_id = any($2::uuid[])`,
    [ctx.household, payees],
  );
}

/** Who sees only their own entries (the member in this place) sees only the names on those. */
const isMet = (payee: string, member: string): string =>
  `(${member}::uuid is null or exists (select from transactions t
    where t.household_id = $1 and t.payee_id = ${payee}.id and t.deleted_at is null and ${isOwn(member)}))`;

export type PayeeListRow = PayeeRow & { entries: number; last_on: string | null };

/** Payees by name, with how often they are used. */
export async function searchPayees(
  ctx: HouseholdContext,
  q: string | undefined,
  page: { size: number; from: Position | undefined },
): Promise<PayeeListRow[]> {
  const back = page.from?.back === true;
  const [key, id] = page.from?.values ?? [];
  return await ctx.db.text<PayeeListRow>(
    `select p.id, p.name, p.name_key, p.merchant_id, p.private_to, u.entries, u.last_on from (
       select * from payees
       where household_id = $1 and ($2::text is null or strpos(name_key, $2) > 0) and ${isMet('payees', '$6')}
         and ($3::text is null or (name_key, id) ${back ? '<' : '>'} ($3, $4::uuid))
       order by name_key ${back ? 'desc' : 'asc'}, id ${back ? 'desc' : 'asc'} limit $5) as p
     cross join lateral (
       select count(*)::int as entries, max(t.occurred_on)::text as last_on from transactions t
       where t.household_id = $1 and t.payee_id = p.id and t.deleted_at is null and ${isSeen('$6')}) as u
     order by p.name_key ${back ? 'desc' : 'asc'}, p.id ${back ? 'desc' : 'asc'}`,
    [
      ctx.household,
      q === undefined ? null : nameKey(q),
      key ?? null,
      id ?? null,
      page.size + 1,
      ownOnly(ctx) ?? null,
    ],
  );
}

export type Alias = { id: Id; merchant_id: Id; name: string };
export type MerchantUse = { merchant_id: Id; entries: number; last_on: string };

export async function readAliases(ctx: HouseholdContext, merchants: readonly Id[]): Promise<Alias[]> {
  return await ctx.db.text<Alias>(
    `select p.id, p.merchant_id, p.name from payees p
     where p.household_id = $1 and p.merchant_id = any($2::uuid[]) and ${isMet('p', '$3')} order by p.name_key, p.id`,
    [ctx.household, merchants, ownOnly(ctx) ?? null],
  );
}

/** How many entries each merchant has, and the newest one's day. */
export async function readUses(ctx: HouseholdContext, merchants: readonly Id[]): Promise<MerchantUse[]> {
  return await ctx.db.text<MerchantUse>(
    `select p.merchant_id, count(*)::int as entries, max(t.occurred_on)::text as last_on
     from payees p join transactions t on t.household_id = p.household_id and t.payee_id = p.id
     where p.household_id = $1 and p.merchant_id = any($2::uuid[]) and t.deleted_at is null and ${isSeen('$3')}
     group by p.merchant_id`,
    [ctx.household, merchants, ownOnly(ctx) ?? null],
  );
}
