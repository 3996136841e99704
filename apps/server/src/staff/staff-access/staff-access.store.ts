import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type GrantRow = {
  id: Id;
  staff_id: Id;
  staff_name: string;
  staff_role: string;
  reason: string;
  ticket: string;
  opened_at: string;
  until_at: string;
  ended_at: string | null;
  ended_by: string | null;
  reads: number;
  last_read_at: string | null;
};

const SELECT = `select g.id, g.staff_id, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, 'Staff')
    as staff_name, g.staff_role, g.reason, g.ticket, g.opened_at, g.until_at, g.ended_at, g.ended_by, g.reads,
    g.last_read_at`;

/** The grants of the household, the newest first. */
export async function readGrants(ctx: HouseholdContext, only?: Id): Promise<GrantRow[]> {
  return await ctx.db.text<GrantRow>(
    `${SELECT} from staff_grants g join users u on u.id = g.staff_id
     where g.household_id = $1 and ($2::uuid is null or g.id = $2) order by g.opened_at desc, g.id desc limit 100`,
    [ctx.household, only ?? null],
  );
}

/** The same for staff, whose sight shows no household. */
export async function readGrantsOf(ctx: OpenContext, home: Id): Promise<GrantRow[]> {
  return await ctx.db.text<GrantRow>(
    `${SELECT} from kinwise.staff_grants_of($1) g join users u on u.id = g.staff_id order by g.opened_at desc, g.id desc`,
    [home],
  );
}

export async function insertGrant(
  ctx: HouseholdContext,
  grant: { id: Id; staff_id: Id; staff_role: string; reason: string; ticket: string; until_at: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('staff_grants').values({ ...grant, household_id: ctx.household, opened_at: ctx.now }),
  );
}

/** Ends a grant that is open; answers false when it was not. */
export async function closeGrant(
  ctx: HouseholdContext,
  id: Id,
  by: 'staff' | 'household' | 'time',
): Promise<boolean> {
  const ended = await ctx.db.run(
    k
      .updateTable('staff_grants')
      .set({ ended_at: ctx.now, ended_by: by })
      .where('household_id', '=', ctx.household)
      .where('id', '=', id)
      .where('ended_at', 'is', null),
  );
  return ended === 1;
}

/** One more look, as long as the grant is open; answers false when it is over. */
export async function countLook(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const counted = await ctx.db.run(
    k
      .updateTable('staff_grants')
      .set((q) => ({ reads: q('reads', '+', 1), last_read_at: ctx.now }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where('until_at', '>', ctx.now),
  );
  return counted === 1;
}

export async function homeOfGrant(ctx: OpenContext, id: Id): Promise<Id | undefined> {
  const [row] = await ctx.db.text<{ home: Id | null }>('select kinwise.home_of_grant($1) as home', [id]);
  return row?.home ?? undefined;
}

export async function grantsOver(ctx: OpenContext): Promise<{ household_id: Id; id: Id }[]> {
  return await ctx.db.text<{ household_id: Id; id: Id }>(
    'select household_id, id from kinwise.grants_over($1)',
    [ctx.now],
  );
}
