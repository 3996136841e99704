import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';

/** Living households that a person belongs to or belonged to. Asked as the owner, across households. */
export async function readHomesEver(ground: Ground, user: Id): Promise<Id[]> {
  const { rows } = await ground.database.owner.query<{ id: Id }>(
    `select distinct h.id from households h join memberships m on m.household_id = h.id
     where m.user_id = $1 and h.deleted_at is null order by h.id`,
    [user],
  );
  return rows.map((row) => row.id);
}

/** Households that were deleted before a moment. */
export async function readDeletedHomes(ctx: OpenContext, before: string): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>('select id from kinwise.deleted_before($1)', [before]);
  return rows.map((row) => row.id);
}
