import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { requireAccounts, write } from '../../ledger/accounts/accounts.ts';
import { changeEntries, lockEntries, removeEntries } from '../../ledger/entries/entries.ts';
import type { EntryRow } from '../../ledger/entries/entries.ts';
import { unlinkTransfer } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { inState, lockImport, removeFile, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { markRows, nextToUndo } from '../previews/previews.ts';
import type { PreviewRow } from '../previews/previews.ts';
import type { InPieces } from '../readings/readings.ts';

const PIECE_ROWS = 2_000;

/** Takes a committed import back, from its last row to its first: what it added goes, what it booked is pending again. */
export async function beginUndo(ctx: HouseholdContext, id: Id): Promise<{ row: ImportRow; rows: number }> {
  const row = await inState(ctx, id, 'committed');
  const after = await updateImport(ctx, row, { status: 'committing', progress_done: 0, undone_at: ctx.now });
  return { row: after, rows: row.progress_total };
}

export async function undo(pieces: InPieces, id: Id): Promise<void> {
  for (let more = true; more; ) more = await pieces(async (ctx) => await undoPiece(ctx, id));
  await pieces(async (ctx) => {
    await finishUndo(ctx, id);
  });
}

type Kept = NonNullable<PreviewRow['content']['replaced']>;

async function undoPiece(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at === null) return false;
  const rows = await nextToUndo(ctx, id, PIECE_ROWS);
  if (rows.length === 0) return false;
  for (const entry of await lockEntries(
    ctx,
    rows.flatMap((one) => one.transaction_id ?? []),
  )) {
    if (entry.row.transfer_id !== null && entry.row.deleted_at === null)
      await unlinkTransfer(ctx, entry.row.id);
  }
  const entries = await lockEntries(
    ctx,
    rows.flatMap((one) => one.transaction_id ?? []),
  );
  const replaced = new Map(
    rows.flatMap((one) => (one.content.replaced ? [[one.transaction_id ?? '', one.content.replaced]] : [])),
  );
  await removeEntries(
    ctx,
    entries.filter((entry) => !replaced.has(entry.row.id)),
    { audit: { import_id: id } },
  );
  const back = entries.filter((entry) => replaced.has(entry.row.id));
  await changeEntries(
    ctx,
    back.map((before) => ({ before, after: { ...before.row, ...asBefore(replaced.get(before.row.id)) } })),
    { audit: { import_id: id } },
  );
  await markRows(
    ctx,
    id,
    rows.map((one) => ({ ...one, transaction_id: null })),
  );
  await updateImport(ctx, row, { progress_done: row.progress_done + rows.length });
  return true;
}

function asBefore(before: Kept | undefined): Partial<EntryRow> {
  if (!before) return {};
  const { amount_minor, balance_after_minor, ...plain } = before;
  return {
    ...(plain as Partial<EntryRow>),
    amount_minor: BigInt(String(amount_minor)),
    balance_after_minor:
      balance_after_minor === null || balance_after_minor === undefined
        ? null
        : BigInt(String(balance_after_minor)),
  };
}

async function finishUndo(ctx: HouseholdContext, id: Id): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at === null) return;
  for (const { account_id, before } of row.summary.openings ?? []) {
    const account = (await requireAccounts(ctx, [account_id], { lock: true })).get(account_id);
    if (!account) continue;
    const difference = BigInt(before) - account.opening_minor;
    await write(ctx, account, {
      opening_minor: BigInt(before),
      balance_minor: account.balance_minor + difference,
    });
  }
  await updateImport(ctx, row, { status: 'undone', undone_at: ctx.now });
  await removeFile(ctx, id);
  ctx.emit(
    happened('import.undone', {
      ids: [id],
      after: { file: row.file_name },
      privateTo: row.private_to,
      risk: 'medium',
    }),
  );
}
