import type { Id } from '@kinwise/core/ids';
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
