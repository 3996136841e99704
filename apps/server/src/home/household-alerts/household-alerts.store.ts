import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** How often a member did something since an instant, and how many rows that was. */
export async function countOf(
  ctx: HouseholdContext,
  of: { user: Id; action: string; since: string },
): Promise<{ count: number; rows: number }> {
  const [row] = await ctx.db.text<{ count: number; rows: bigint }>(
    `select count(*)::int as count, coalesce(sum((after->>'rows')::bigint), 0)::bigint as rows from audit_entries
     where household_id = $1 and at > $4 and actor_id = $2 and action = $3`,
    [ctx.household, of.user, of.action, of.since],
  );
  return { count: row?.count ?? 0, rows: Number(row?.rows ?? 0n) };
}
