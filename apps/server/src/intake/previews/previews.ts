import type { Day } from '@kinwise/core/days';
import { addDays } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { Verdict } from '@kinwise/engines/duplicates/classify';
import type { ComparableRow, KnownRow } from '@kinwise/engines/duplicates/rows';
import type { SoFar } from '@kinwise/engines/duplicates/so-far';
import { cut } from '@kinwise/engines/statements/text/clean';
import type { RejectedRow, Statement, StatementRow } from '@kinwise/engines/statements/types';
import { suggestTransfers } from '@kinwise/engines/transfers/suggest';
import { happened } from '../../events.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { heirs } from '../../ledger/category-moves/category-moves.ts';
import { comparableRows, openSides } from '../../ledger/register/register.ts';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { readTold } from '../bookings/bookings.ts';
import type { Sorted, Sorter } from '../proposals/proposals.ts';
import { sortRows, suggest } from '../suggestions/suggestions.ts';
import { countPreview, insertPreview, replaceCategory } from './previews.store.ts';
import type { Count, PreviewRow } from './previews.store.ts';

export {
  clearAside,
  clearPreview,
  countPreview,
  decideRows,
  decideState,
  markRows,
  nextToCommit,
  nextToUndo,
  noteEntries,
  readPreview,
  hideRows,
  leaveOut,
  shareRows,
} from './previews.store.ts';
export type { Count, PreviewRow, RowMark } from './previews.store.ts';
export type { ByHand, RowPart } from './previews.schema.ts';

const LOOK_AROUND_DAYS = 12;

/** Rows of one statement of a file and the account that they go to; without one they wait for an answer. */
export type Assigned = {
  index: number;
  statement: Pick<Statement, 'rows' | 'rejected'>;
  account: AccountRow | undefined;
  sort: Sorter;
  /** What the file has met and brought before these rows. */
  soFar: SoFar;
  /** Whether a later statement goes to the same account: what these rows bring is known there. */
  isFollowed: boolean;
};

/**
 * Judges the rows of a statement: what is new, what the ledger has, what looks like a transfer, and which category is
 * proposed and why. Nothing is written; rejected lines are rows too, each with its reason.
 */
export async function judge(
  ctx: HouseholdContext,
  { index, statement, account, sort, soFar, isFollowed }: Assigned,
): Promise<PreviewRow[]> {
  const { rows, rejected } = statement;
  const comparable = account ? rows.map((row) => asOf(account, row)) : [];
  const verdicts = account
    ? await verdictsOn(ctx, account, { rows: comparable, soFar })
    : rows.map((): Verdict => ({ state: 'new', reason: UNASSIGNED }));
  const judged = rows.map((row, position) => previewRow(row, { index, verdict: verdicts[position] }));
  const sorted = sortRows(sort, account, { judged, rows });
  if (account) await markTransfers(ctx, account, { judged, rows, sorted, soFar });
  if (isFollowed) soFar.bring(comparable.flatMap((row, at) => (judged[at] ? [{ ...judged[at], row }] : [])));
  suggest({ judged, rows, sorted });
  const refused = rejected.map((row) => rejectedRow(row, index));
  return [...judged, ...refused].sort((a, b) => a.line - b.line);
}

/** Writes judged rows in pieces; `from` numbers them on within the import. */
export async function keepPreview(
  ctx: HouseholdContext,
  at: { importId: Id; privateTo: Id | null },
  rows: readonly PreviewRow[],
): Promise<void> {
  const sent: Promise<void>[] = [];
  for (let from = 0; from < rows.length; from += 1000) {
    const part = insertPreview(ctx, at, rows.slice(from, from + 1000));
    // Whether it failed is asked below, when all are on their way.
    part.catch(() => undefined);
    sent.push(part);
    // The database works on one part while the next is written down here.
    await new Promise((go) => setImmediate(go));
  }
  await together(sent);
}

/** A category was deleted or merged into another one: rows that are only looked at yet follow it, unless it is back. */
export async function followCategory(ctx: HouseholdContext, from: Id): Promise<void> {
  const into = (await heirs(ctx))(from);
  if (into === from) return;
  for (const { id, private_to } of await replaceCategory(ctx, from, into)) {
    const after = { replaced: from, by: into };
    ctx.emit(happened('import.changed', { ids: [id], after, privateTo: private_to }));
  }
}

const counted = new Map<string, { counts: Count[]; untilMs: number }>();
const COUNTED_MOST = 200;
const WHILE_AT_WORK_MS = 2_000;
/** Of the time of whoever watches, at most a twentieth goes into counting. */
const REST = 20;

/** Counting goes through all rows. While a large file is being worked on, whoever watches it gets the last count. */
export async function countsOf(ctx: HouseholdContext, row: { id: Id; status: string }): Promise<Count[]> {
  const key = `${row.id} ${row.status}`;
  const last = counted.get(key);
  const isAtWork = row.status === 'reading' || row.status === 'committing';
  if (isAtWork && last && ctx.nowMs < last.untilMs) return last.counts;
  const began = performance.now();
  const counts = await countPreview(ctx, row.id);
  const restMs = Math.max(WHILE_AT_WORK_MS, REST * (performance.now() - began));
  if (counted.size >= COUNTED_MOST) counted.clear();
  if (isAtWork) counted.set(key, { counts, untilMs: ctx.nowMs + restMs });
  return counts;
}

const MERGED = 'It is in the ledger already: somebody merged it into another entry.';
const UNASSIGNED = 'It is not known yet which account this goes to.';

async function verdictsOn(
  ctx: HouseholdContext,
  account: AccountRow,
  { rows, soFar }: { rows: readonly ComparableRow[]; soFar: SoFar },
): Promise<Verdict[]> {
  const days = rows.map((row) => row.on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const around = {
    account: account.id,
    from: addDays(first, -LOOK_AROUND_DAYS),
    to: addDays(last, LOOK_AROUND_DAYS),
  };
  const known = await comparableRows(ctx, around);
  const { id: account_id, currency } = account;
  const asNamed = new Map<Id, string>();
  const told: KnownRow[] = [];
  for (const one of await readTold(ctx, around)) {
    asNamed.set(one.id, one.payee);
    if (one.on === null) continue;
    const { bank_id, balance_after, ...row } = one;
    told.push({
      ...row,
      account_id,
      currency,
      on: row.on as Day,
      bank_id: bank_id ?? undefined,
      balance_after_minor: balance_after === null ? undefined : BigInt(balance_after),
    });
  }
  const ledger = known.map(
    (row): KnownRow => ({
      id: row.id,
      account_id,
      currency,
      on: row.occurred_on as Day,
      amount_minor: row.amount_minor,
      payee: asNamed.get(row.id) ?? row.payee ?? '',
      memo: row.memo,
      reference: row.reference,
      bank_id: row.bank_id ?? undefined,
      balance_after_minor: row.balance_after_minor ?? undefined,
      // What was merged is not booked any more, it is done with.
      pending: row.status === 'pending' && row.merged_into === null,
      manual: row.source === 'manual' && row.merged_into === null,
    }),
  );
  const merged = new Set(known.flatMap((row) => (row.merged_into === null ? [] : row.id)));
  return soFar.lay(ledger, rows, told).map((verdict) => {
    const isMerged = verdict.state === 'duplicate' && merged.has(verdict.known_id ?? '');
    return isMerged ? { ...verdict, reason: MERGED } : verdict;
  });
}

function asOf({ id, currency }: AccountRow, row: StatementRow): ComparableRow {
  return { ...row, account_id: id, currency };
}

function previewRow(row: StatementRow, of: { index: number; verdict: Verdict | undefined }): PreviewRow {
  const verdict = of.verdict ?? { state: 'new', reason: '' };
  return {
    id: newId(),
    position: 0,
    statement: of.index,
    line: row.line,
    state: verdict.state,
    is_included: verdict.state === 'new' || verdict.state === 'replaces_pending',
    on_day: row.on,
    amount_minor: row.amount_minor,
    currency: row.currency,
    content: {
      payee: cut(row.payee, 200),
      memo: cut(row.memo, 500),
      reference: cut(row.reference, 140),
      booked_on: row.booked_on,
      bank_id: row.bank_id === undefined ? undefined : cut(row.bank_id, 200),
      pending: row.pending,
      balance_after: row.balance_after_minor?.toString(),
      reason: verdict.reason,
      new_tags: row.tags?.length ? row.tags.map((tag) => cut(tag, 40)).slice(0, 20) : undefined,
    },
    category_id: null,
    matches_id: verdict.known_id ?? null,
    transaction_id: null,
  };
}

function rejectedRow(row: RejectedRow, index: number): PreviewRow {
  return {
    id: newId(),
    position: 0,
    statement: index,
    line: row.line,
    state: 'rejected',
    is_included: false,
    on_day: null,
    amount_minor: null,
    currency: null,
    content: {
      payee: '',
      memo: '',
      reference: '',
      reason: row.message,
      code: row.code,
      text: cut(row.text, 500),
    },
    category_id: null,
    matches_id: null,
    transaction_id: null,
  };
}

/** A new row whose opposite stands in another account is marked, and linked when it is committed. */
async function markTransfers(
  ctx: HouseholdContext,
  account: AccountRow,
  of: {
    judged: readonly PreviewRow[];
    rows: readonly StatementRow[];
    sorted: readonly (Sorted | undefined)[];
    soFar: SoFar;
  },
): Promise<void> {
  const sources = new Map(of.judged.map((row, index) => [row.id, of.rows[index]]));
  const ruled = new Map(of.judged.map((row, index) => [row.id, of.sorted[index]?.outcome?.transfer]));
  const fresh = new Map(of.judged.filter((row) => row.state === 'new').map((row) => [row.id, row]));
  if (fresh.size === 0) return;
  const mine = [...fresh.values()].map((row) => ({
    id: row.id,
    account_id: account.id,
    account_name: account.name,
    account_number: account.number_last4 ?? '',
    on: row.on_day as Day,
    amount_minor: row.amount_minor ?? 0n,
    currency: account.currency,
    payee: row.content.payee,
    // A file of another program names the other account by its name, a bank by its number.
    memo: `${sources.get(row.id)?.transfer_account ?? ''} ${row.content.memo}`.trim(),
    counter_account: sources.get(row.id)?.transfer_account ?? sources.get(row.id)?.counter_account,
    other_account_id: ruled.get(row.id)?.account_id ?? undefined,
  }));
  for (const { id, counter_account, other_account_id } of mine) {
    const row = fresh.get(id);
    if (row && counter_account !== undefined) row.content.transfer_with = cut(counter_account, 100);
    if (row) row.content.transfer_to = other_account_id;
  }
  const { linked, met } = of.soFar;
  const others = (await openSides(ctx, account, mine)).filter(({ id }) => !linked.has(id) && !met.has(id));
  const wanted = new Set(others.map((other) => -other.amount_minor));
  const near = mine.filter((one) => wanted.has(one.amount_minor));
  for (const pair of suggestTransfers([...near, ...others])) {
    const row = fresh.get(pair.from_id) ?? fresh.get(pair.to_id);
    const otherId = fresh.has(pair.from_id) ? pair.to_id : pair.from_id;
    if (!row || fresh.has(otherId)) continue;
    row.state = 'transfer';
    row.matches_id = otherId;
    linked.add(otherId);
    row.content.reason = pair.reason;
  }
}
