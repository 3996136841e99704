import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type OwnHousehold = {
  id: Id;
  name: string;
  type: string;
  role: string;
  is_primary: boolean;
  currency: string;
  time_zone: string;
};

/** The households of the user of this transaction: read only; they belong to the area above. */
export async function householdsOf(ctx: OpenContext, user: Id): Promise<OwnHousehold[]> {
  return await ctx.db.rows(
    k
      .selectFrom('memberships as m')
      .innerJoin('households as h', 'h.id', 'm.household_id')
      .select(['h.id', 'h.name', 'h.type', 'm.role', 'm.is_primary', 'h.currency', 'h.time_zone'])
      .where('m.user_id', '=', user)
      .where('m.status', '=', 'active')
      .where('h.deleted_at', 'is', null)
      .orderBy('m.is_primary', 'desc')
      .orderBy('m.joined_at')
      .orderBy('h.id'),
  );
}
