import type { Id } from '@kinwise/core/ids';
import type { CsvMapping } from '@kinwise/engines/statements/types';
import { happened } from '../../events.ts';
import { requireAccounts } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { heldHeirs } from '../../ledger/category-moves/category-moves.ts';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { MEASURE } from '../../platform/housekeeping.ts';
import { addEntries, bookPending, newsFor, withoutLatecomers } from '../bookings/bookings.ts';
import { accountsOf, requireAssigned } from '../destinations/destinations.ts';
import { inState, lockImport, removeFile, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { adjustOpenings } from '../openings/openings.ts';
import { countPreview, markRows, nextToCommit, noteEntries, shareRows } from '../previews/previews.ts';
import type { PreviewRow } from '../previews/previews.ts';
import type { InPieces } from '../readings/readings.ts';
import { countHits } from '../rules/rules.ts';
import { hitsOf, withHeirs } from '../suggestions/suggestions.ts';
import { learnNumbers } from '../numbers/numbers.ts';
import { rememberMapping } from '../templates/templates.ts';
import { linkTwins } from '../twins/twins.ts';
import { stillToCommit } from './commits.store.ts';

/** Imports up to this many rows are committed while the caller waits; larger ones become a job. */
export const AT_ONCE_ROWS = 2_000;
const PIECE_ROWS = 2_000;

/** Takes the import from preview to committing: of two who commit it at once, one finds it taken. */
export async function beginCommit(
  ctx: HouseholdContext,
  id: Id,
  adjustOpening: boolean,
): Promise<{ row: ImportRow; rows: number }> {
  const row = await inState(ctx, id, 'preview');
  const counts = await countPreview(ctx, id);
  const included = counts.reduce((sum, count) => sum + count.included, 0);
  await requireAssigned(ctx, row, counts);
  const after = await updateImport(ctx, row, {
    status: 'committing',
    progress_done: 0,
    progress_total: included,
    summary: { ...row.summary, adjust_opening: adjustOpening, openings: [], tags_made: [] },
  });
  return { row: after, rows: included };
}

/** Writes the included rows piece by piece. May be run again after a crash: it goes on where the last piece ended. */
export async function commit(pieces: InPieces, id: Id): Promise<void> {
  const next = async (after: number): Promise<PreviewRow[]> =>
    await pieces(async (ctx) => await nextToCommit(ctx, id, { after, limit: PIECE_ROWS }));
  for (let rows = await next(-1); rows.length > 0; ) {
    const [now, isLast] = [rows, rows.length < PIECE_ROWS];
    // While the database writes one piece, the next one is fetched.
    const ahead = isLast ? Promise.resolve([]) : next(now.at(-1)?.position ?? 0);
    const [written, fetched] = await Promise.allSettled([
      pieces(async (ctx) => await commitPiece(ctx, id, now)),
      ahead,
    ]);
    // Not before both are over: what is told to have failed must not go on writing.
    if (written.status === 'rejected') throw written.reason;
    if (fetched.status === 'rejected') throw fetched.reason;
    if (!written.value) break;
    rows = fetched.value;
  }
  for (let done: number | undefined = -1; done !== undefined; ) {
    const after: number = done;
    done = await pieces(async (ctx) => await linkPiece(ctx, id, after));
  }
  await pieces(async (ctx) => {
    await finishCommit(ctx, id);
  });
}

/** Answers false where the import is no longer being committed. */
async function commitPiece(ctx: HouseholdContext, id: Id, fetched: readonly PreviewRow[]): Promise<boolean> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at !== null) return false;
  // A worker that was given up for dead may have written them since they were fetched: its last piece may come late.
  const open = await stillToCommit(ctx, id, fetched);
  const left = fetched.filter((one) => open.has(one.position));
  if (left.length === 0) return true;
  const heirOf = await heldHeirs(ctx);
  const rows = left.map((one) => withHeirs(one, heirOf));
  const accounts = await accountsOf(ctx, row);
  // Two imports into one account take turns, so that the second one sees what the first one brought.
  const ids = [...accounts.values()].map((account) => account.id);
  await requireAccounts(ctx, ids, { lock: true });
  const told = await newsFor(ctx, row);
  const fresh = await withoutLatecomers(ctx, { row, accounts, rows, news: told.news ?? [] });
  const booked = [...pendingOf(fresh).values()];
  await bookPending(ctx, row, booked);
  const added = fresh.filter((one) => one.transaction_id === null && one.is_included);
  const made = await addEntries(ctx, row, { rows: added, accounts });
  await countHits(ctx, hitsOf(added));
  const plain = new Set(added);
  await together([
    noteEntries(ctx, { importId: id, isShared: isForAll(row, accounts) }, added),
    markRows(
      ctx,
      id,
      fresh.filter((one) => !plain.has(one)),
    ),
  ]);
  const tags_made = [...(row.summary.tags_made ?? []), ...made];
  await updateImport(ctx, row, {
    progress_done: row.progress_done + rows.length,
    summary: { ...row.summary, ...told, tags_made },
  });
  return true;
}

/** Rows that book a pending entry. A second one that would book the same is an entry of its own. */
function pendingOf(rows: readonly PreviewRow[]): Map<Id, PreviewRow> {
  const booked = new Map<Id, PreviewRow>();
  for (const one of rows) {
    const { state, matches_id } = one;
    if (state === 'replaces_pending' && matches_id !== null && !booked.has(matches_id))
      booked.set(matches_id, one);
  }
  return booked;
}

async function linkPiece(ctx: HouseholdContext, id: Id, after: number): Promise<number | undefined> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at !== null) return undefined;
  const accounts = new Set((row.summary.statements ?? []).map((one) => one.account_id));
  return accounts.size < 2 ? undefined : await linkTwins(ctx, id, after);
}

async function finishCommit(ctx: HouseholdContext, id: Id): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at !== null) return;
  const accounts = await accountsOf(ctx, row);
  const openings = row.summary.adjust_opening ? await adjustOpenings(ctx, row) : [];
  const learned = await learnNumbers(ctx, row, accounts);
  await remember(ctx, row);
  const isShared = isForAll(row, accounts);
  if (isShared) await shareRows(ctx, id);
  const after = await updateImport(ctx, row, {
    status: 'committed',
    committed_at: ctx.now,
    private_to: isShared ? null : row.private_to,
    progress_done: row.progress_total,
    // Samples of the file are for correcting how it is read, which is over.
    summary: { ...row.summary, openings, learned, columns: undefined, looked: undefined, news: undefined },
  });
  await removeFile(ctx, id);
  if (after.progress_total > AT_ONCE_ROWS) ctx.enqueue({ job: MEASURE, payload: {}, key: MEASURE });
  ctx.emit(
    happened('import.committed', {
      ids: [id],
      after: {
        file: row.file_name,
        rows: after.progress_total,
        accounts: [...accounts.values()].map((one) => one.id),
      },
      privateTo: after.private_to,
      risk: 'medium',
    }),
  );
}

/** What a person corrected is used for the next file of this layout. Where its rows began differs from file to file, and
 * so may the account, whose currency was taken where the file names none. */
async function remember(ctx: HouseholdContext, row: ImportRow): Promise<void> {
  const { layout, mapping, given, bank } = row.summary;
  if (layout === undefined || !mapping || !given) return;
  const {
    encoding: _encoding,
    header_line: _header,
    first_line: _first,
    currency: _currency,
    because: _because,
    ...rest
  } = mapping;
  const { because: _said, ...named } = given;
  const kept: CsvMapping = { ...rest, ...named };
  await rememberMapping(ctx, { layout, bank: bank?.name ?? '', mapping: kept });
}

/** A file of which anything went to a private account, or nowhere, stays with the person who brought it. */
function isForAll(row: ImportRow, accounts: ReadonlyMap<number, AccountRow>): boolean {
  return (row.summary.statements ?? []).every((_statement, index) => {
    const account = accounts.get(index);
    return account !== undefined && account.private_to === null;
  });
}
