import type { Id } from '@kinwise/core/ids';
import type { StaffRole } from '@kinwise/core/staff';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type StaffRow = {
  user_id: Id;
  role: StaffRole;
  since: string;
  email: string;
  first_name: string;
  last_name: string;
};

export async function readRole(ctx: OpenContext, user: Id): Promise<StaffRole | undefined> {
  const row = await ctx.db.first(k.selectFrom('staff_members').select('role').where('user_id', '=', user));
  return row?.role as StaffRole | undefined;
}

/** Who changes who is staff takes turns, so that two superadmins cannot take each other's role at once. */
export async function takeStaffTurn(ctx: OpenContext): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtext('kinwise staff'))");
}

export async function countSuperadmins(ctx: OpenContext, but: Id): Promise<number> {
  const rows = await ctx.db.rows(
    k
      .selectFrom('staff_members')
      .innerJoin('users', 'users.id', 'staff_members.user_id')
      .select('user_id')
      .where('role', '=', 'superadmin')
      .where('user_id', '<>', but)
      .where('users.deleted_at', 'is', null)
      .where('users.deletion_due_at', 'is', null),
  );
  return rows.length;
}

export async function putRole(
  ctx: OpenContext,
  to: { user: Id; role: StaffRole; by: Id | undefined },
): Promise<void> {
  const row = { role: to.role, since: ctx.now, given_by: to.by ?? null };
  await ctx.db.run(
    k
      .insertInto('staff_members')
      .values({ user_id: to.user, ...row })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row)),
  );
}

export async function deleteRole(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('staff_members').where('user_id', '=', user));
}

/** Everybody who is staff; there are few. */
export async function readStaff(ctx: OpenContext, only?: Id): Promise<StaffRow[]> {
  return (await ctx.db.rows(
    k
      .selectFrom('staff_members as s')
      .innerJoin('users as u', 'u.id', 's.user_id')
      .select(['s.user_id', 's.role', 's.since', 'u.email', 'u.first_name', 'u.last_name'])
      .$if(only !== undefined, (q) => q.where('s.user_id', '=', only ?? ''))
      .orderBy('s.since')
      .orderBy('s.user_id'),
  )) as StaffRow[];
}
