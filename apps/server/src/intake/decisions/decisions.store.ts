import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { PreviewRow } from '../previews/previews.ts';

/** Rows that were put aside, in the order of the file. */
export async function readAside(
  ctx: HouseholdContext,
  importId: Id,
): Promise<Pick<PreviewRow, 'statement' | 'line' | 'on_day' | 'amount_minor' | 'content'>[]> {
  return await ctx.db.text(
    `select statement, line, on_day, amount_minor, content from import_rows
     where household_id = $1 and import_id = $2 and position < 0 order by position desc`,
    [ctx.household, importId],
  );
}
