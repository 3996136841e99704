import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { HAS_A_SAY } from '../overlaps/overlaps.ts';

/** Imports committed after one that let the accounts end where their statements do, and some others; the earliest first. */
export async function readLaterAdjusters(
  ctx: HouseholdContext,
  at: { after: { id: Id; committed_at: string }; others: readonly Id[] },
): Promise<{ id: Id; adjusts: boolean }[]> {
  return await ctx.db.text<{ id: Id; adjusts: boolean }>(
    `with seen as (
       select id, committed_at, status = 'committed' and (committed_at, id) > ($3::timestamptz, $2::uuid)
         and coalesce((summary->>'adjust_opening')::boolean, false) and ${HAS_A_SAY} as adjusts
       from imports i where household_id = $1)
     select id, adjusts from seen where adjusts or id = any($4::uuid[]) order by committed_at nulls last, id`,
    [ctx.household, at.after.id, at.after.committed_at, [...at.others]],
  );
}
