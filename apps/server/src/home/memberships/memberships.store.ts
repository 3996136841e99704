import type { Role } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import { sql } from 'kysely';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type MemberRow = {
  id: Id;
  user_id: Id;
  role: string;
  status: string;
  is_primary: boolean;
  joined_at: string;
  ended_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
  email: string;
  username: string | null;
  first_name: string;
  last_name: string;
  chosen_name: string;
  photo: Id | null;
  /** They have asked to be erased: whoever counts on them cannot for long. */
  is_leaving: boolean;
};

/** The members, those who are active first, then by the time they came. */
export async function readMembers(
  ctx: HouseholdContext,
  only: { ids?: readonly Id[] | undefined; user?: Id; status?: string | undefined } = {},
): Promise<MemberRow[]> {
  const { ids, user, status } = only;
  return await ctx.db.rows(
    k
      .selectFrom('memberships as m')
      .innerJoin('users as u', 'u.id', 'm.user_id')
      .leftJoin('photos as p', 'p.user_id', 'm.user_id')
      .select(['m.id', 'm.user_id', 'm.role', 'm.status', 'm.is_primary', 'm.joined_at', 'm.ended_at'])
      .select(['m.version', 'm.created_at', 'm.updated_at'])
      .select(['u.email', 'u.username', 'u.first_name', 'u.last_name', 'u.chosen_name', 'p.photo'])
      .select(sql<boolean>`u.deletion_due_at is not null`.as('is_leaving'))
      .where('m.household_id', '=', ctx.household)
      .$if(ids !== undefined, (q) => q.where('m.id', 'in', [...(ids ?? [])]))
      .$if(user !== undefined, (q) => q.where('m.user_id', '=', user ?? ''))
      .$if(status !== undefined, (q) => q.where('m.status', '=', status ?? ''))
      .orderBy(sql`m.status <> 'active'`)
      .orderBy('m.joined_at')
      .orderBy('m.id'),
  );
}

/** Which of these users are active members. */
export async function activeAmong(ctx: HouseholdContext, users: readonly Id[]): Promise<Id[]> {
  const rows = await ctx.db.text<{ user_id: Id }>(
    `select user_id from memberships where household_id = $1 and user_id = any($2::uuid[]) and status = 'active'`,
    [ctx.household, [...users]],
  );
  return rows.map((row) => row.user_id);
}

export async function insertMember(
  ctx: OpenContext,
  member: { household: Id; membership: Id; user: Id; role: Role },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('memberships').values({
      household_id: member.household,
      id: member.membership,
      user_id: member.user,
      role: member.role,
      joined_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
}

type Change = {
  role?: Role;
  is_primary?: boolean;
  status?: 'cancelled' | 'expired';
};

/**
 * Changes an active membership; answers whether there was one. One that ended is never touched again, and ending it
 * takes its day and its being primary with it.
 */
export async function updateMember(ctx: HouseholdContext, membership: Id, change: Change): Promise<boolean> {
  const ended = change.status === undefined ? {} : { ended_at: ctx.now, is_primary: false };
  const touched = await ctx.db.run(
    k
      .updateTable('memberships')
      .set((q) => ({ ...change, ...ended, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', membership)
      .where('status', '=', 'active'),
  );
  return touched === 1;
}

/** Everybody who changes who is in charge takes turns here, so that two admins cannot leave at once. */
export async function lockHousehold(ctx: HouseholdContext): Promise<void> {
  await ctx.db.rows(k.selectFrom('households').select('id').where('id', '=', ctx.household).forUpdate());
}

export async function countRoles(ctx: HouseholdContext): Promise<{ role: string; count: bigint }[]> {
  return await ctx.db.rows(
    k
      .selectFrom('memberships')
      .select((q) => ['role', q.fn.countAll<bigint>().as('count')])
      .where('household_id', '=', ctx.household)
      .where('status', '=', 'active')
      .groupBy('role')
      .orderBy('role'),
  );
}

/** Takes the user's turn in choosing a primary household; it ends with the transaction. */
export async function lockPrimary(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.text('select kinwise.lock_primary($1)', [user]);
}

/** The user's own primary place, wherever it is. */
export async function readPrimary(
  ctx: OpenContext,
  user: Id,
): Promise<{ household_id: Id; id: Id } | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('memberships')
      .select(['household_id', 'id'])
      .where('user_id', '=', user)
      .where('is_primary', '=', true),
  );
}

/** Makes the oldest household of a user primary when none is; answers the place that became so. */
export async function settlePrimary(
  ctx: OpenContext,
  user: Id,
): Promise<{ household_id: Id; id: Id } | undefined> {
  const [row] = await ctx.db.text<{ household_id: Id; id: Id }>(
    'select household_id, id from kinwise.settle_primary($1, $2)',
    [user, ctx.now],
  );
  return row;
}
