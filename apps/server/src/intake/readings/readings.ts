import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { SoFar } from '@kinwise/engines/duplicates/so-far';
import { nameWarnings } from '@kinwise/engines/statements/name';
import type { CsvMapping, Progress, Refusal } from '@kinwise/engines/statements/types';
import { happened } from '../../events.ts';
import { accountRows } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { heldHeirs } from '../../ledger/category-moves/category-moves.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { decideAgain, decisionsOn } from '../decisions/decisions.ts';
import { describeStatements } from '../destinations/destinations.ts';
import { lockImport, noteNumbers, readFile, updateImport } from '../imports/imports.ts';
import type { ImportRow, Summary } from '../imports/imports.ts';
import { AT_ONCE_BYTES, inTurns, openDesk } from '../parsing/parsing.ts';
import type { Desk, FileHead, HeadOutcome, Piece } from '../parsing/parsing.ts';
import { clearAside, clearPreview, judge, keepPreview, leaveOut } from '../previews/previews.ts';
import type { PreviewRow } from '../previews/previews.ts';
import { sorter } from '../proposals/proposals.ts';
import type { Sorter } from '../proposals/proposals.ts';
import { withHeirs } from '../suggestions/suggestions.ts';
import { rememberedMapping } from '../templates/templates.ts';
import { markTwins } from '../twins/twins.ts';

/** Runs a piece of work in a transaction: the one that is open, or one for each piece where a file is large. */
export type InPieces = <T>(work: (ctx: HouseholdContext) => Promise<T>) => Promise<T>;

/**
 * Reads the import's file and judges its rows. A file that cannot be read leaves the import failed, with the line, the
 * reason and the cure, and no row. May be run again at any time: what an earlier run left is replaced, and one that still
 * goes on finds at its next piece that the file is no longer its own, and leaves.
 */
export async function read(pieces: InPieces, id: Id): Promise<void> {
  const start = await pieces(async (ctx) => await begin(ctx, id));
  if (!start) return;
  const desk = openDesk(start.bytes);
  try {
    const outcome = await opened(pieces, desk, start);
    if (outcome.ok) await judgeAll(pieces, desk, { start, head: outcome.head });
    else await fail(pieces, start, outcome.refusal);
  } finally {
    await desk.close();
  }
}

type Start = { row: ImportRow; bytes: Uint8Array; today: Day; currency: string };

async function begin(ctx: HouseholdContext, id: Id): Promise<Start | undefined> {
  const row = await lockImport(ctx, id);
  const bytes = row && row.status === 'reading' ? await readFile(ctx, id) : undefined;
  if (!row || !bytes) return undefined;
  await clearPreview(ctx, id);
  const mine = await updateImport(ctx, row, { summary: { ...row.summary, reader: newId() } });
  return { row: mine, bytes, today: ctx.today, currency: await currencyFor(ctx, mine) };
}

/** What names no currency is in that of the account that it goes to. */
async function currencyFor(ctx: HouseholdContext, row: ImportRow): Promise<string> {
  const placed = (row.summary.statements ?? []).filter((one) => one.account_id !== null && !one.skip);
  const { account_id } = placed.find((one) => one.currency_assumed) ?? placed[0] ?? {};
  const account = account_id ? (await accountRows(ctx)).find((one) => one.id === account_id) : undefined;
  return account?.currency ?? ctx.currency;
}

/** Reads by what a person named, or else by what was remembered for a layout, or else by what the file shows. */
async function opened(pieces: InPieces, desk: Desk, start: Start): Promise<HeadOutcome> {
  const { row, today, currency } = start;
  const { given } = row.summary;
  const note = noteOf(pieces, start);
  const by = async (mapping: CsvMapping | undefined): Promise<HeadOutcome> =>
    await desk.read({ fileName: row.file_name, currency, today, mapping }, note);
  const first = await by(given);
  if (given !== undefined || !first.ok || first.head.layout === undefined) return first;
  const { layout } = first.head;
  const mapping = await pieces(async (ctx) => await rememberedMapping(ctx, layout));
  if (mapping === undefined) return first;
  const again = await by(mapping);
  // What was remembered may fit no more, because the bank changed its export: then the file speaks for itself.
  return again.ok ? again : await by(undefined);
}

const NOTE_MS = 1000;

/** Writes progress down about once a second; one note at a time. */
function noteOf(pieces: InPieces, { row, bytes }: Start): (progress: Progress) => void {
  if (bytes.length <= AT_ONCE_BYTES) return () => undefined;
  let last = performance.now();
  let isBusy = false;
  return ({ done, total }) => {
    const now = performance.now();
    if (isBusy || now - last < NOTE_MS) return;
    [last, isBusy] = [now, true];
    void pieces(async (ctx) => {
      await advance(ctx, row, { done, total: total * 2 });
    })
      // Progress is a courtesy: whatever is wrong shows in the work itself.
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  };
}

async function fail(pieces: InPieces, { row }: Start, refusal: Refusal): Promise<void> {
  await pieces(async (ctx) => {
    await finish(ctx, row, { status: 'failed', summary: { ...row.summary, refusal } });
  });
}

async function judgeAll(
  pieces: InPieces,
  desk: Desk,
  { start, head }: { start: Start; head: FileHead },
): Promise<void> {
  const { row } = start;
  const summary = await pieces(async (ctx) => {
    if (!(await lockOwn(ctx, row))) return undefined;
    await noteNumbers(
      ctx,
      row.id,
      head.statements.map((one) => one.account?.number ?? null),
    );
    return await describe(ctx, row, head);
  });
  if (!summary) return;
  let position = 0;
  const soFar = new SoFar();
  const decisions = await pieces(async (ctx) => await decisionsOn(ctx, row.id));
  const sorters: Sorters = new Map();
  for (const index of head.statements.keys()) {
    const statement = await pieces(async (ctx) => await placed(ctx, { summary, index, sorters }));
    const of = { row, total: totalOf(head) };
    const judged = async (piece: Piece): Promise<PreviewRow[]> => {
      const own = { index, statement: piece, ...statement, soFar };
      const rows = await pieces(async (ctx) => await judge(ctx, own));
      decideAgain(rows, decisions);
      return rows;
    };
    const kept = async (rows: readonly PreviewRow[]): Promise<void> => {
      const from = position;
      position += rows.length;
      await pieces(async (ctx) => {
        await keep(ctx, of, { judged: rows, position: from, skip: statement.skip });
      });
    };
    await inTurns(desk, index, { judged, kept });
    const [own, next] = head.statements.slice(index, index + 2);
    const ids = soFar.turn({ isLast: next?.file !== own?.file });
    if (ids.length > 0) await pieces(async (ctx) => await forget(ctx, row, ids));
  }
  await pieces(async (ctx) => {
    await finish(ctx, row, { status: 'preview', summary });
  });
}

const BOOKED_LATER = 'Pending here; a later file of this archive has it as booked.';

async function forget(ctx: HouseholdContext, row: ImportRow, ids: readonly Id[]): Promise<void> {
  if (await lockOwn(ctx, row)) await leaveOut(ctx, row.id, { ids, reason: BOOKED_LATER });
}

async function describe(ctx: HouseholdContext, row: ImportRow, head: FileHead): Promise<Summary> {
  return {
    format: head.format,
    bank: head.bank,
    encoding: head.encoding,
    layout: head.layout,
    mapping: head.mapping,
    given: row.summary.given,
    columns: head.columns,
    is_large: row.summary.is_large,
    warnings: [...nameWarnings(row.file_name, head.format), ...head.warnings].slice(0, 200),
    seen: ctx.facts.lastSeq.toString(),
    statements: await describeStatements(ctx, head.statements, row.summary.statements ?? []),
  };
}

type Placed = { account: AccountRow | undefined; sort: Sorter; skip: boolean; isFollowed: boolean };

/** What is known is read once for the whole file, however many statements it has. */
type Sorters = Map<Id | null, Sorter>;

async function placed(
  ctx: HouseholdContext,
  { summary, index, sorters }: { summary: Summary; index: number; sorters: Sorters },
): Promise<Placed> {
  const statement = summary.statements?.[index];
  const found = (await accountRows(ctx)).find((one) => one.id === statement?.account_id);
  const account = found?.currency === statement?.currency ? found : undefined;
  const privateTo = account?.private_to ?? null;
  const sort = sorters.get(privateTo) ?? (await sorter(ctx, privateTo));
  sorters.set(privateTo, sort);
  const skip = statement?.skip === true;
  const later = summary.statements?.slice(index + 1) ?? [];
  const isFollowed = !skip && later.some((one) => !one.skip && one.account_id === account?.id);
  return { account, sort, skip, isFollowed };
}

/** The import, locked, while it is still this run that reads it: it may be thrown away meanwhile, or taken over. */
async function lockOwn(ctx: HouseholdContext, { id, summary }: ImportRow): Promise<ImportRow | undefined> {
  const now = await lockImport(ctx, id);
  return now?.status === 'reading' && now.summary.reader === summary.reader ? now : undefined;
}

async function keep(
  ctx: HouseholdContext,
  of: { row: ImportRow; total: number },
  { judged, position, skip }: { judged: readonly PreviewRow[]; position: number; skip: boolean },
): Promise<void> {
  const now = await lockOwn(ctx, of.row);
  // Somebody else reads it by now, or it was thrown away.
  if (!now) return;
  // Which categories there are was read before the first row was judged.
  const heirOf = await heldHeirs(ctx);
  const numbered = judged.map((one, offset) => ({
    ...withHeirs(one, heirOf),
    position: position + offset,
    is_included: one.is_included && !skip,
  }));
  await keepPreview(ctx, { importId: of.row.id, privateTo: of.row.private_to }, numbered);
  const done = of.total + position + numbered.length;
  await updateImport(ctx, now, { progress_done: done, progress_total: of.total * 2 });
}

function totalOf(head: FileHead): number {
  return Math.max(
    1,
    head.statements.reduce((sum, statement) => sum + statement.rows, 0),
  );
}

async function advance(
  ctx: HouseholdContext,
  own: ImportRow,
  progress: { done: number; total: number },
): Promise<void> {
  const now = await lockOwn(ctx, own);
  if (!now) return;
  await updateImport(ctx, now, { progress_done: progress.done, progress_total: progress.total });
}

async function finish(
  ctx: HouseholdContext,
  own: ImportRow,
  end: { status: 'preview' | 'failed'; summary: Summary },
): Promise<void> {
  const row = await lockOwn(ctx, own);
  if (!row) return;
  const { id } = row;
  const summary = { ...end.summary, reader: undefined };
  if (end.status === 'preview') {
    await markTwins(ctx, { ...row, summary });
    await clearAside(ctx, id);
  }
  await updateImport(ctx, row, { ...end, summary, progress_done: 1, progress_total: 1 });
  const after = { status: end.status, format: end.summary.format, refusal: end.summary.refusal };
  ctx.emit(happened('import.read', { ids: [id], after, privateTo: row.private_to }));
}
