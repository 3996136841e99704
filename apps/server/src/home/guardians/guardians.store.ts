import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';

export type Guardian = { user_id: Id; email: string; locale: string; first_name: string };

/** The grown-ups who may decide for children here, and are not about to go for good. */
export async function readGuardians(ctx: HouseholdContext): Promise<Guardian[]> {
  return await ctx.db.text<Guardian>(
    `select m.user_id, u.email, u.locale, u.first_name from memberships m join users u on u.id = m.user_id
     where m.household_id = $1 and m.status = 'active' and m.role in ('admin', 'parent')
       and u.deletion_due_at is null and u.deleted_at is null and not kinwise.is_guarded(u.id)
     order by m.joined_at, m.id`,
    [ctx.household],
  );
}

/** Active members of the household whom guardians look after. */
export async function readWards(ctx: HouseholdContext): Promise<Id[]> {
  const rows = await ctx.db.text<{ user_id: Id }>(
    `select m.user_id from memberships m
     where m.household_id = $1 and m.status = 'active' and kinwise.is_guarded(m.user_id)`,
    [ctx.household],
  );
  return rows.map((row) => row.user_id);
}

/** The households in which somebody is looked after, whoever acts. */
export async function readHomesOfWard(ctx: OpenContext, user: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>('select id from kinwise.homes_of_ward($1)', [user]);
  return rows.map((row) => row.id);
}

export async function countHomes(ctx: OpenContext, user: Id): Promise<number> {
  const [row] = await ctx.db.text<{ homes: number }>('select kinwise.count_homes($1) as homes', [user]);
  return row?.homes ?? 0;
}
