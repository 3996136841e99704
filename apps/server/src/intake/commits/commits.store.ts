import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { PreviewRow } from '../previews/previews.ts';

/** Which of these rows are still to be committed. Asked under the lock of the import, which makes it true until the end. */
export async function stillToCommit(
  ctx: HouseholdContext,
  importId: Id,
  rows: readonly Pick<PreviewRow, 'position'>[],
): Promise<ReadonlySet<number>> {
  const found = await ctx.db.text<{ position: number }>(
    // By their span: named one by one, rows of a large import would be looked for in all of it.
    `select position from import_rows where household_id = $1 and import_id = $2 and position between $3 and $4
       and is_included and state <> 'rejected' and transaction_id is null`,
    [ctx.household, importId, rows[0]?.position ?? 0, rows.at(-1)?.position ?? -1],
  );
  return new Set(found.map((row) => row.position));
}
