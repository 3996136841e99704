import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** Which of these bank ids an account's living entries have already. */
export async function readTakenIds(
  ctx: HouseholdContext,
  account: Id,
  bankIds: readonly string[],
): Promise<string[]> {
  if (bankIds.length === 0) return [];
  const rows = await ctx.db.text<{ bank_id: string }>(
    `select bank_id from transactions
     where household_id = $1 and account_id = $2 and bank_id = any($3::text[]) and deleted_at is null`,
    [ctx.household, account, [...bankIds]],
  );
  return rows.map((row) => row.bank_id);
}
