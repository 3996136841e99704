import type { Id } from '@kinwise/core/ids';
import type { PayCycle } from '@kinwise/core/pay-periods';
import { sql } from 'kysely';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Db } from '../../platform/database.ts';

/** What the opener needs to know of a household and of one member's place in it, in one trip. */
export type PlaceRow = {
  role: string | null;
  membership_id: Id | null;
  currency: string;
  time_zone: string;
  pay_cycle: string;
  pay_anchor_on: string;
  pay_days: number | null;
  last_seq: bigint | null;
};

export async function placeIn(db: Db, household: Id, user: Id | undefined): Promise<PlaceRow | undefined> {
  const [row] = await db.text<PlaceRow>(
    `select m.role, m.id as membership_id, h.currency, h.time_zone, h.pay_cycle, h.pay_anchor_on, h.pay_days, c.last_seq
     from households h
     left join memberships m on m.household_id = h.id and m.user_id = $2 and m.status = 'active'
     left join change_counters c on c.household_id = h.id
     where h.id = $1 and h.deleted_at is null`,
    [household, user ?? null],
  );
  return row;
}

/** The grant by which somebody of the staff may look into the household of the transaction, if there is one. */
export async function openGrant(db: Db, now: string): Promise<Id | undefined> {
  const [row] = await db.text<{ id: Id | null }>('select kinwise.open_grant($1) as id', [now]);
  return row?.id ?? undefined;
}

/** A household with the reader's place in it. */
export type HouseholdRow = {
  id: Id;
  name: string;
  type: string;
  currency: string;
  time_zone: string;
  pay_cycle: string;
  pay_anchor_on: string;
  pay_days: number | null;
  version: number;
  created_at: string;
  updated_at: string;
  role: string;
  is_primary: boolean;
  members_count: number;
};

/** The households in which a user is active, the primary one first. */
export async function readHouseholds(ctx: OpenContext, user: Id, only?: Id): Promise<HouseholdRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('memberships as m')
      .innerJoin('households as h', 'h.id', 'm.household_id')
      .select(['h.id', 'h.name', 'h.type', 'h.currency', 'h.time_zone', 'h.pay_cycle', 'h.pay_anchor_on'])
      .select(['h.pay_days', 'h.version', 'h.created_at', 'h.updated_at', 'm.role', 'm.is_primary'])
      .select(sql<number>`kinwise.members_count(h.id)`.as('members_count'))
      .where('m.user_id', '=', user)
      .where('m.status', '=', 'active')
      .where('h.deleted_at', 'is', null)
      .$if(only !== undefined, (q) => q.where('h.id', '=', only ?? ''))
      .orderBy('m.is_primary', 'desc')
      .orderBy('h.name')
      .orderBy('h.id'),
  );
}

export async function readName(ctx: HouseholdContext): Promise<string | undefined> {
  const row = await ctx.db.first(k.selectFrom('households').select('name').where('id', '=', ctx.household));
  return row?.name;
}

type Fields = { name: string; type: string; currency: string; time_zone: string; pay_cycle: PayCycle };

export async function insertHousehold(
  ctx: OpenContext,
  household: Fields & { id: Id; created_by: Id },
): Promise<void> {
  const { pay_cycle, ...plain } = household;
  await ctx.db.run(
    k
      .insertInto('households')
      .values({ ...plain, ...cycleColumns(pay_cycle), created_at: ctx.now, updated_at: ctx.now }),
  );
}

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateHousehold(
  ctx: HouseholdContext,
  version: number,
  change: { [Name in keyof Fields]?: Fields[Name] | undefined } & { deleted_at?: string },
): Promise<boolean> {
  const { pay_cycle, ...plain } = change;
  const set = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const touched = await ctx.db.run(
    k
      .updateTable('households')
      .set((q) => ({ ...set, updated_at: ctx.now, version: q('version', '+', 1) }))
      .$if(pay_cycle !== undefined, (q) => (pay_cycle ? q.set(cycleColumns(pay_cycle)) : q))
      .where('id', '=', ctx.household)
      .where('version', '=', version)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

/** Waits for whoever writes rows of the household, and makes them wait, until the end of the transaction. */
export async function lockHousehold(ctx: HouseholdContext): Promise<void> {
  await ctx.db.text('select from households where id = $1 for update', [ctx.household]);
}

/** Writes down when a time begins or ends in which the household is an organisation's, or belongs to one. */
export async function noteOrganisation(ctx: HouseholdContext): Promise<void> {
  await ctx.db.text('select kinwise.note_organisation($1, $2)', [ctx.household, ctx.now]);
}

/** A pay cycle as its columns have it, for the table and for the audit. */
export function cycleColumns(cycle: PayCycle): {
  pay_cycle: string;
  pay_anchor_on: string;
  pay_days: number | null;
} {
  return { pay_cycle: cycle.kind, pay_anchor_on: cycle.anchor_on, pay_days: cycle.days ?? null };
}
