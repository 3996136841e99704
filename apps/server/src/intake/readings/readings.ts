import type { Day } from '@kinwise/core/days';
import { readStatements } from '@kinwise/engines/statements/read';
import type {
  CsvMapping,
  Progress,
  ReadOutcome,
  Statement,
  StatementFile,
} from '@kinwise/engines/statements/types';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { plainNumber } from '../../ledger/account-numbers/account-numbers.ts';
import { accountByNumber, accountRows } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { lockImport, readFile, updateImport } from '../imports/imports.ts';
import type { ImportRow, StatementSummary, Summary } from '../imports/imports.ts';
import { clearPreview, judge, keepPreview } from '../previews/previews.ts';
import { rememberedMapping } from '../templates/templates.ts';

/** Runs a piece of work in a transaction: the one that is open, or one for each piece where a file is large. */
export type InPieces = <T>(work: (ctx: HouseholdContext) => Promise<T>) => Promise<T>;

/** Files up to this size are read while the caller waits; larger ones become a job with progress. */
export const AT_ONCE_BYTES = 400_000;

/**
 * Reads the import's file and judges its rows. A file that cannot be read leaves the import failed, with the line, the
 * reason and the cure, and no row. May be run again at any time: what an earlier run left is replaced.
 */
export async function read(pieces: InPieces, id: Id): Promise<void> {
  const start = await pieces(async (ctx) => await begin(ctx, id));
  if (!start) return;
  const outcome = await parsed(pieces, start);
  if (!outcome.ok) {
    await pieces(async (ctx) => {
      await finish(ctx, id, {
        status: 'failed',
        summary: { ...start.row.summary, refusal: outcome.refusal },
      });
    });
    return;
  }
  const summary = await pieces(async (ctx) => await describe(ctx, start.row, outcome.file));
  await pieces(async (ctx) => {
    await clearPreview(ctx, id);
  });
  let position = 0;
  for (const [index, statement] of outcome.file.statements.entries()) {
    position = await judgePiecewise(pieces, { row: start.row, summary, statement, index, position });
  }
  await pieces(async (ctx) => {
    await finish(ctx, id, { status: 'preview', summary });
  });
}

type Start = {
  row: ImportRow;
  bytes: Uint8Array;
  today: Day;
  currency: string;
  remembered: CsvMapping | undefined;
};

async function begin(ctx: HouseholdContext, id: Id): Promise<Start | undefined> {
  const row = await lockImport(ctx, id);
  const bytes = row && row.status === 'reading' ? await readFile(ctx, id) : undefined;
  if (!row || !bytes) return undefined;
  const accountId = row.summary.statements?.[0]?.account_id;
  const account = accountId ? (await accountRows(ctx)).find((one) => one.id === accountId) : undefined;
  const currency = account?.currency ?? ctx.currency;
  return {
    row,
    bytes,
    today: ctx.today,
    currency,
    remembered: row.summary.mapping_given ? row.summary.mapping : undefined,
  };
}

/** Reads in small steps, letting other requests run between them. A remembered layout is read by its mapping. */
async function parsed(pieces: InPieces, start: Start): Promise<ReadOutcome> {
  const { row, bytes, today, currency } = start;
  const options = { fileName: row.file_name, currency, today };
  const note = async (progress: Progress): Promise<void> => {
    if (bytes.length <= AT_ONCE_BYTES) return;
    await pieces(async (ctx) => {
      const now = await lockImport(ctx, row.id);
      if (now)
        await updateImport(ctx, now, { progress_done: progress.done, progress_total: progress.total * 2 });
    });
  };
  const first = await breathing(readStatements(bytes, { ...options, mapping: start.remembered }), note);
  if (start.remembered !== undefined || !first.ok || first.file.layout === undefined) return first;
  const layout = first.file.layout;
  const mapping = await pieces(async (ctx) => await rememberedMapping(ctx, layout));
  return mapping === undefined
    ? first
    : await breathing(readStatements(bytes, { ...options, mapping }), note);
}

const SLICE_MS = 12;
const NOTE_MS = 1000;

async function breathing(
  steps: Generator<Progress, ReadOutcome>,
  note: (progress: Progress) => Promise<void>,
): Promise<ReadOutcome> {
  let since = performance.now();
  let noted = since;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - since < SLICE_MS) continue;
    if (now - noted > NOTE_MS) {
      await note(step.value);
      noted = now;
    }
    await new Promise((go) => setImmediate(go));
    since = performance.now();
  }
}

async function describe(ctx: HouseholdContext, row: ImportRow, file: StatementFile): Promise<Summary> {
  const before = row.summary.statements ?? [];
  const statements: StatementSummary[] = [];
  for (const [index, statement] of file.statements.entries()) {
    statements.push(
      await describeStatement(ctx, statement, { before: before[index], alone: file.statements.length === 1 }),
    );
  }
  // One account named for a file of many statements is where all of them go.
  const all = before.length === 1 && statements.length > 1 ? before[0]?.account_id : undefined;
  return {
    format: file.format,
    bank: file.bank,
    encoding: file.encoding,
    layout: file.layout,
    mapping: file.mapping,
    mapping_given: row.summary.mapping_given ?? false,
    columns: file.columns,
    warnings: file.warnings.slice(0, 200),
    statements: all
      ? statements.map((statement) => ({ ...statement, account_id: statement.account_id ?? all }))
      : statements,
  };
}

async function describeStatement(
  ctx: HouseholdContext,
  statement: Statement,
  at: { before: StatementSummary | undefined; alone: boolean },
): Promise<StatementSummary> {
  const number = statement.account?.number;
  const bearer = number === undefined ? undefined : await accountByNumber(ctx, number);
  const fit = (await accountRows(ctx)).filter(
    (one) => one.status === 'open' && one.currency === statement.currency,
  );
  const guess = bearer ?? (at.alone && fit.length === 1 ? fit[0] : undefined);
  const balance = (of: Statement['opening']) => of && { minor: of.amount_minor.toString(), on: of.on };
  return {
    currency: statement.currency,
    number_masked: number === undefined ? null : `•••• ${plainNumber(number).slice(-4)}`,
    name: statement.account?.name?.slice(0, 100) ?? null,
    kind: statement.account?.kind ?? null,
    proposed_account_id: guess?.id ?? null,
    account_id: at.before?.account_id ?? bearer?.id ?? null,
    skip: at.before?.skip ?? false,
    opening: balance(statement.opening),
    closing: balance(statement.closing),
  };
}

const PIECE_ROWS = 10_000;

/** Judges a statement's rows in pieces that are small enough to let others write in between. */
async function judgePiecewise(
  pieces: InPieces,
  of: { row: ImportRow; summary: Summary; statement: Statement; index: number; position: number },
): Promise<number> {
  const { row, summary, statement, index } = of;
  const accountId = summary.statements?.[index]?.account_id;
  let position = of.position;
  const total = statement.rows.length;
  for (let from = 0, to = 0; from === 0 || from < total; from = to) {
    to = pieceEnd(statement, from);
    const part: Statement = {
      ...statement,
      rows: statement.rows.slice(from, to),
      rejected: from === 0 ? statement.rejected : [],
    };
    position = await pieces(async (ctx) => {
      const account = accountId ? (await accountRows(ctx)).find((one) => one.id === accountId) : undefined;
      const judged = await judge(ctx, { index, statement: part, account: fitting(account, statement) });
      const skip = summary.statements?.[index]?.skip === true;
      const numbered = judged.map((one, offset) => ({
        ...one,
        position: position + offset,
        is_included: one.is_included && !skip,
      }));
      await keepPreview(ctx, { importId: row.id, privateTo: row.private_to }, numbered);
      if (total > PIECE_ROWS) await advance(ctx, row.id, { done: total + to, total: total * 2 });
      return position + numbered.length;
    });
  }
  return position;
}

/** A piece ends between two days, so that equal rows of one day are always judged together. */
function pieceEnd({ rows }: Statement, from: number): number {
  let to = Math.min(rows.length, from + PIECE_ROWS);
  while (to < rows.length && rows[to]?.on === rows[to - 1]?.on) to += 1;
  return Math.max(to, from + 1);
}

function fitting(account: AccountRow | undefined, statement: Statement): AccountRow | undefined {
  return account?.currency === statement.currency ? account : undefined;
}

async function advance(
  ctx: HouseholdContext,
  id: Id,
  progress: { done: number; total: number },
): Promise<void> {
  const now = await lockImport(ctx, id);
  if (now) await updateImport(ctx, now, { progress_done: progress.done, progress_total: progress.total });
}

async function finish(
  ctx: HouseholdContext,
  id: Id,
  end: { status: 'preview' | 'failed'; summary: Summary },
): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'reading') return;
  await updateImport(ctx, row, { ...end, progress_done: 1, progress_total: 1 });
  const after = { status: end.status, format: end.summary.format, refusal: end.summary.refusal };
  ctx.emit(happened('import.read', { ids: [id], after, privateTo: row.private_to }));
}
