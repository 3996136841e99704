import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { changeEntries, lockEntries, removeEntries } from '../../ledger/entries/entries.ts';
import { deleteTag, listTags } from '../../ledger/tags/tags.ts';
import { unlinkPairs } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { asBefore } from '../bookings/bookings.ts';
import { restoreOpenings } from '../destinations/destinations.ts';
import { inState, lockImport, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { forgetNumbers } from '../numbers/numbers.ts';
import { noteEntries, nextToUndo } from '../previews/previews.ts';
import type { InPieces } from '../readings/readings.ts';

const PIECE_ROWS = 2_000;

/** Takes a committed import back, from its last row to its first: what it added goes, what it booked is pending again. */
export async function beginUndo(ctx: HouseholdContext, id: Id): Promise<{ row: ImportRow; rows: number }> {
  const row = await inState(ctx, id, 'committed');
  const after = await updateImport(ctx, row, { status: 'committing', progress_done: 0, undone_at: ctx.now });
  return { row: after, rows: row.progress_total };
}

/** A commit that was refused in the middle is taken back to its preview, with the reason among the warnings. */
export async function retreat(pieces: InPieces, id: Id, reason: string): Promise<void> {
  await pieces(async (ctx) => {
    const row = await lockImport(ctx, id);
    if (row?.status !== 'committing') return;
    await updateImport(ctx, row, { undone_at: ctx.now, summary: { ...row.summary, retreat: reason } });
  });
  await undo(pieces, id);
}

export async function undo(pieces: InPieces, id: Id): Promise<void> {
  for (let more = true; more; ) more = await pieces(async (ctx) => await undoPiece(ctx, id));
  await pieces(async (ctx) => {
    await finishUndo(ctx, id);
  });
}

async function undoPiece(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at === null) return false;
  const rows = await nextToUndo(ctx, id, PIECE_ROWS);
  if (rows.length === 0) return false;
  const ids = rows.flatMap((one) => one.transaction_id ?? []);
  const linked = (await lockEntries(ctx, ids)).flatMap(({ row: entry }) =>
    entry.transfer_id !== null && entry.deleted_at === null ? [entry.transfer_id] : [],
  );
  await unlinkPairs(ctx, [...new Set(linked)]);
  const entries = await lockEntries(ctx, ids);
  const replaced = new Map(
    rows.flatMap((one) => (one.content.replaced ? [[one.transaction_id ?? '', one.content.replaced]] : [])),
  );
  await removeEntries(
    ctx,
    entries.filter((entry) => !replaced.has(entry.row.id)),
    { note: { import_id: id }, brief: true },
  );
  const back = entries.filter((entry) => replaced.has(entry.row.id));
  await changeEntries(
    ctx,
    back.map((before) => ({ before, after: { ...before.row, ...asBefore(replaced.get(before.row.id)) } })),
    { note: { import_id: id } },
  );
  await noteEntries(
    ctx,
    { importId: id, isShared: false },
    rows.map((one) => ({ ...one, transaction_id: null })),
  );
  await updateImport(ctx, row, { progress_done: row.progress_done + rows.length });
  return true;
}

async function finishUndo(ctx: HouseholdContext, id: Id): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at === null) return;
  await restoreOpenings(ctx, row);
  await forgetNumbers(ctx, row);
  await removeTags(ctx, row.summary.tags_made ?? []);
  const { retreat, ...summary } = row.summary;
  const rest = { ...summary, openings: [], learned: [], tags_made: [] };
  if (retreat !== undefined) {
    const warnings = [...(summary.warnings ?? []), { code: 'commit_refused', message: retreat }];
    await updateImport(ctx, row, { status: 'preview', undone_at: null, summary: { ...rest, warnings } });
    ctx.emit(happened('import.changed', { ids: [id], after: { retreat }, privateTo: row.private_to }));
    return;
  }
  await updateImport(ctx, row, { status: 'undone', undone_at: ctx.now, summary: rest });
  ctx.emit(
    happened('import.undone', {
      ids: [id],
      after: { file: row.file_name },
      privateTo: row.private_to,
      risk: 'medium',
    }),
  );
}

/** Tags that the import made go with it, unless somebody used them since. */
async function removeTags(ctx: HouseholdContext, made: readonly Id[]): Promise<void> {
  if (made.length === 0) return;
  for (const tag of await listTags(ctx, made))
    if (tag.transactions_count === 0) await deleteTag(ctx, { id: tag.id, ifVersion: undefined });
}
