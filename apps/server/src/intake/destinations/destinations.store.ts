import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** The sum of included, booked rows of some statements up to a day that are no entries yet. */
export async function sumIncluded(
  ctx: HouseholdContext,
  importId: Id,
  of: { statements: readonly number[]; through: string },
): Promise<bigint> {
  const [row] = await ctx.db.text<{ sum: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as sum from import_rows
     where household_id = $1 and import_id = $2 and statement = any($3::int[]) and on_day <= $4 and is_included
       and state <> 'rejected' and transaction_id is null and content->>'pending' is distinct from 'true'`,
    [ctx.household, importId, [...of.statements], of.through],
  );
  return row?.sum ?? 0n;
}
