import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** Whether an import brought entries that are out of the actor's sight by now, as their account was made private since. */
export async function hasUnseen(ctx: HouseholdContext, importId: Id): Promise<boolean> {
  const rows = await ctx.db.text(
    `select 1 from import_rows r
     where r.household_id = $1 and r.import_id = $2 and r.transaction_id is not null and not exists (
       select from transactions t where t.household_id = $1 and t.id = r.transaction_id)
     limit 1`,
    [ctx.household, importId],
  );
  return rows.length > 0;
}
