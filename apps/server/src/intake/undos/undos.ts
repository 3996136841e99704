import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import {
  changeEntries,
  lockEntries,
  passMergesOn,
  removeEntries,
  writeMerges,
} from '../../ledger/entries/entries.ts';
import type { Entry, EntryRow } from '../../ledger/entries/entries.ts';
import { readMerged } from '../../ledger/merges/merges.ts';
import { deleteTag, listTags } from '../../ledger/tags/tags.ts';
import { takeApart } from '../../ledger/pairs/pairs.ts';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { readTakenIds } from '../bookings/bookings.ts';
import { factsBefore, withFacts } from '../facts/facts.ts';
import { claimsOn, handOver, noteHandover } from '../handovers/handovers.ts';
import { inState, lockImport, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { forgetNumbers } from '../numbers/numbers.ts';
import { holdOpenings, restoreOpenings } from '../openings/openings.ts';
import { markRows, nextToUndo, noteEntries } from '../previews/previews.ts';
import type { PreviewRow } from '../previews/previews.ts';
import { settle } from '../settling/settling.ts';
import type { Claims, Stay } from '../settling/settling.ts';
import type { InPieces } from '../readings/readings.ts';

export { hasUnseen } from './undos.store.ts';

const PIECE_ROWS = 2_000;

/**
 * Takes a committed import back, from its last row to its first: what it added goes, what it booked is pending again, and
 * what other imports state too stays with them.
 */
export async function beginUndo(ctx: HouseholdContext, id: Id): Promise<{ row: ImportRow; rows: number }> {
  const row = await inState(ctx, id, 'committed');
  const after = await updateImport(ctx, row, {
    status: 'committing',
    progress_done: 0,
    undone_at: ctx.now,
    summary: { ...row.summary, stayed: 0 },
  });
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
  const claims = await claimsOn(ctx, row, ids);
  const locked = await locking(ctx, id, rows);
  const leaving = locked.filter((one) => settle(one.own, one.before, claims) === undefined);
  await takeApart(ctx, [...new Set(leaving.flatMap(({ before }) => before.row.transfer_id ?? []))]);
  // Taking transfers apart has changed both of their sides.
  const stays = await takeBack(ctx, row, { undone: await locking(ctx, id, rows), claims });
  await noteRows(ctx, id, { rows, stays });
  await noteHandover(ctx, stays, { previews: claims.previews, now: await nowOf(ctx, claims) });
  await updateImport(ctx, row, {
    progress_done: row.progress_done + rows.length,
    summary: { ...row.summary, stayed: (row.summary.stayed ?? 0) + stays.length },
  });
  return true;
}

type Undone = { own: PreviewRow; before: Entry };

/** The rows whose entries are there, with those, locked. An entry that was merged with one by hand is no file's any more. */
async function locking(ctx: HouseholdContext, id: Id, rows: readonly PreviewRow[]): Promise<Undone[]> {
  const entries = await lockEntries(
    ctx,
    rows.flatMap((one) => one.transaction_id ?? []),
  );
  const byId = new Map(entries.map((entry) => [entry.row.id, entry]));
  return rows.flatMap((own) => {
    const before = byId.get(own.transaction_id ?? '');
    const isOurs = before && (before.row.import_id === id || factsBefore(own) !== undefined);
    return isOurs ? [{ own, before }] : [];
  });
}

/** What the import added goes, what it booked is pending again, and what others state stays with them; answers that. */
async function takeBack(
  ctx: HouseholdContext,
  row: ImportRow,
  { undone, claims }: { undone: readonly Undone[]; claims: Claims },
): Promise<Stay[]> {
  const note = { import_id: row.id };
  const [gone, back, stays]: [{ before: Entry }[], { before: Entry; after: EntryRow }[], Stay[]] = [
    [],
    [],
    [],
  ];
  for (const { own, before } of undone) {
    const [stay, facts] = [settle(own, before, claims), factsBefore(own)];
    if (stay) stays.push(stay);
    else if (facts) back.push({ before, after: withFacts(before.row, facts) });
    else gone.push({ before });
  }
  const merged = await mergedInto(ctx, gone);
  await removeEntries(
    ctx,
    gone.map(({ before }) => before),
    { note, brief: true },
  );
  await bringBack(ctx, merged, note);
  await changeEntries(ctx, back, { note });
  await handOver(ctx, stays);
  await holdOpenings(ctx, row, [...gone, ...back, ...stays]);
  return stays;
}

/** What was merged by hand into each entry that goes from the books, and is of another file. */
async function mergedInto(ctx: HouseholdContext, gone: readonly { before: Entry }[]): Promise<Id[][]> {
  const ids = new Set(gone.map(({ before }) => before.row.id));
  await passMergesOn(ctx, [...ids]);
  const living = gone.filter(({ before }) => before.row.deleted_at === null);
  const merged = await readMerged(
    ctx,
    living.map(({ before }) => before.row.id),
  );
  return [...merged.values()].map((each) => each.filter((id) => !ids.has(id)));
}

/** Without this import the earliest of them would be in the books, and the others merged into that one. */
async function bringBack(
  ctx: HouseholdContext,
  merged: readonly Id[][],
  note: { import_id: Id },
): Promise<void> {
  const heirs = await lockEntries(
    ctx,
    merged.flatMap(([heir]) => heir ?? []),
  );
  const back = heirs.filter(({ row }) => row.deleted_at !== null);
  const taken = await takenBy(
    ctx,
    back.map(({ row }) => row),
  );
  await changeEntries(
    ctx,
    // What has come in once more meanwhile stays with what is in the books by now.
    back
      .filter(({ row }) => !taken.has(`${row.account_id} ${row.bank_id ?? ''}`))
      .map((before) => ({ before, after: { ...before.row, deleted_at: null } })),
    { event: 'transaction.restored', note },
  );
  const others = merged.flatMap(([into, ...rest]) => (into ? rest.map((id) => ({ id, into })) : []));
  if (others.length > 0) await writeMerges(ctx, others);
}

/** Which of the bank ids of these rows are in the books, with their accounts. */
async function takenBy(ctx: HouseholdContext, rows: readonly EntryRow[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const account of new Set(rows.map((row) => row.account_id))) {
    const ids = rows.flatMap((row) => (row.account_id === account ? (row.bank_id ?? []) : []));
    for (const id of await readTakenIds(ctx, account, ids)) taken.add(`${account} ${id}`);
  }
  return taken;
}

const STAYED = 'Another import states it too: it stayed when this one was undone.';

async function noteRows(
  ctx: HouseholdContext,
  importId: Id,
  { rows, stays }: { rows: readonly PreviewRow[]; stays: readonly Stay[] },
): Promise<void> {
  const stayed = new Map(stays.map(({ own, after }) => [own.position, after.id]));
  await noteEntries(
    ctx,
    { importId, isShared: false },
    rows.filter((one) => !stayed.has(one.position)).map((one) => ({ ...one, transaction_id: null })),
  );
  await markRows(
    ctx,
    importId,
    stays.map(({ own, after }) => {
      const { replaced: _replaced, ...content } = own.content;
      const known = { state: 'duplicate', is_included: false, matches_id: after.id } as const;
      return { ...own, ...known, transaction_id: null, content: { ...content, reason: STAYED } };
    }),
  );
}

/** The entries that previews have met, as far as they are still there. */
async function nowOf(ctx: HouseholdContext, claims: Claims): Promise<Map<Id, EntryRow>> {
  if (claims.previews.length === 0) return new Map();
  const entries = await lockEntries(
    ctx,
    claims.previews.map((one) => one.matches_id),
  );
  return new Map(entries.map(({ row }) => [row.id, row]));
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

/** Tags that the import made go with it, unless somebody used them since, be it where the actor does not see it. */
async function removeTags(ctx: HouseholdContext, made: readonly Id[]): Promise<void> {
  if (made.length === 0) return;
  const used = await lookingAtAll(ctx, async (all) => await listTags(all, made));
  for (const tag of used)
    if (tag.transactions_count === 0) await deleteTag(ctx, { id: tag.id, ifVersion: undefined });
}
