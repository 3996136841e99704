import type { Day } from '@kinwise/core/days';
import { addDays } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { allocate } from '@kinwise/core/money';
import { classifyRows } from '@kinwise/engines/duplicates/classify';
import type { Verdict } from '@kinwise/engines/duplicates/classify';
import type { KnownRow } from '@kinwise/engines/duplicates/rows';
import type { RejectedRow, Statement, StatementRow } from '@kinwise/engines/statements/types';
import { suggestTransfers } from '@kinwise/engines/transfers/suggest';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import type { SplitDraft } from '../../ledger/entries/entries.ts';
import { comparableRows, openSides } from '../../ledger/register/register.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { sorter } from '../proposals/proposals.ts';
import type { Sorted } from '../proposals/proposals.ts';
import { insertPreview } from './previews.store.ts';
import type { PreviewRow } from './previews.store.ts';

export {
  clearPreview,
  countPreview,
  decideRows,
  decideState,
  markRows,
  nextToCommit,
  nextToUndo,
  readPreview,
} from './previews.store.ts';
export type { Count, PreviewRow, RowContent, RowState } from './previews.store.ts';

/** From here on a proposal is taken as it is; below it is shown and asked for. */
export const SURE = 90;
const WORTH_SHOWING = 60;
const LOOK_AROUND_DAYS = 12;

/** One statement of a file and the account that it goes to; without one its rows wait for an answer. */
export type Assigned = { index: number; statement: Statement; account: AccountRow | undefined };

/**
 * Judges the rows of a statement: what is new, what the ledger has, what looks like a transfer, and which category is
 * proposed and why. Nothing is written; rejected lines are rows too, each with its reason.
 */
export async function judge(
  ctx: HouseholdContext,
  { index, statement, account }: Assigned,
): Promise<PreviewRow[]> {
  const { rows, rejected } = statement;
  const verdicts = account
    ? await verdictsOn(ctx, account, rows)
    : rows.map((): Verdict => ({ state: 'new', reason: UNASSIGNED }));
  const judged = rows.map((row, position) => previewRow(row, { index, verdict: verdicts[position] }));
  if (account) await markTransfers(ctx, account, judged);
  await propose(ctx, account, { judged, rows });
  const refused = rejected.map((row) => rejectedRow(row, index));
  return [...judged, ...refused].sort((a, b) => a.line - b.line);
}

/** Writes judged rows in pieces; `from` numbers them on within the import. */
export async function keepPreview(
  ctx: HouseholdContext,
  at: { importId: Id; privateTo: Id | null },
  rows: readonly PreviewRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000)
    await insertPreview(ctx, at, rows.slice(from, from + 2000));
}

const UNASSIGNED = 'It is not known yet which account this goes to.';

async function verdictsOn(
  ctx: HouseholdContext,
  account: AccountRow,
  rows: readonly StatementRow[],
): Promise<Verdict[]> {
  const days = rows.map((row) => row.on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const known = await comparableRows(ctx, {
    account: account.id,
    from: addDays(first, -LOOK_AROUND_DAYS),
    to: addDays(last, LOOK_AROUND_DAYS),
  });
  const ledger = known.map(
    (row): KnownRow => ({
      id: row.id,
      account_id: account.id,
      on: row.occurred_on as Day,
      amount_minor: row.amount_minor,
      currency: account.currency,
      payee: row.payee ?? '',
      memo: row.memo,
      reference: row.reference,
      bank_id: row.bank_id ?? undefined,
      balance_after_minor: row.balance_after_minor ?? undefined,
      pending: row.status === 'pending',
      manual: row.source === 'manual',
    }),
  );
  return classifyRows(
    ledger,
    rows.map((row) => ({ ...row, account_id: account.id, currency: account.currency })),
  );
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
      payee: row.payee.slice(0, 200),
      memo: row.memo.slice(0, 500),
      reference: row.reference.slice(0, 100),
      booked_on: row.booked_on,
      bank_id: row.bank_id?.slice(0, 200),
      pending: row.pending,
      balance_after: row.balance_after_minor?.toString(),
      reason: verdict.reason,
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
      text: row.text.slice(0, 500),
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
  rows: readonly PreviewRow[],
): Promise<void> {
  const fresh = new Map(rows.filter((row) => row.state === 'new').map((row) => [row.id, row]));
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
    memo: row.content.memo,
  }));
  const others = await openSides(ctx, account, mine);
  for (const pair of suggestTransfers([...mine, ...others])) {
    const row = fresh.get(pair.from_id) ?? fresh.get(pair.to_id);
    const otherId = fresh.has(pair.from_id) ? pair.to_id : pair.from_id;
    if (!row || fresh.has(otherId)) continue;
    row.state = 'transfer';
    row.matches_id = otherId;
    row.content.reason = pair.reason;
  }
}

async function propose(
  ctx: HouseholdContext,
  account: AccountRow | undefined,
  of: { judged: readonly PreviewRow[]; rows: readonly StatementRow[] },
): Promise<void> {
  const sort = await sorter(ctx, account?.private_to ?? null);
  for (const [index, row] of of.judged.entries()) {
    const source = of.rows[index];
    if (!source || (row.state !== 'new' && row.state !== 'possible_duplicate')) continue;
    const sorted = sort({
      payee: source.payee,
      memo: source.memo,
      reference: source.reference,
      amount_minor: source.amount_minor,
      currency: account?.currency ?? source.currency,
      on: source.on,
      account_id: account?.id,
      file_category: source.category,
    });
    followRules(row, sorted);
    const { proposal } = sorted;
    if (!proposal || proposal.confidence < WORTH_SHOWING) continue;
    const { category_id, confidence, reason } = proposal;
    row.content.proposed = { category_id, confidence, reason };
    if (confidence >= SURE) row.category_id = category_id;
  }
}

/** What rules want besides a category. The bank's own words stay in the memo when a rule renames the payee. */
function followRules(row: PreviewRow, { outcome, ruleNames }: Sorted): void {
  if (!outcome) return;
  const { content } = row;
  content.rules = [...outcome.rules];
  if (outcome.tags.length > 0) content.tags = [...outcome.tags];
  if (outcome.notes !== undefined) content.notes = outcome.notes;
  if (outcome.member_id !== undefined) content.payer_id = outcome.member_id;
  if (outcome.split) content.split = [...outcome.split];
  if (outcome.payee !== undefined && outcome.payee !== content.payee) {
    content.memo = `${content.payee} ${content.memo}`.trim().slice(0, 500);
    content.payee = outcome.payee;
  }
  if (outcome.ignore) {
    row.is_included = false;
    content.reason = `Left out by your rule “${ruleNames.join('”, “')}”.`;
  }
}

/** How often each rule caught one of these rows. */
export function hitsOf(rows: readonly PreviewRow[]): Map<Id, number> {
  const hits = new Map<Id, number>();
  for (const id of rows.flatMap((row) => row.content.rules ?? [])) hits.set(id, (hits.get(id) ?? 0) + 1);
  return hits;
}

/** The parts that a rule makes of a row, unless somebody gave it a category instead. */
export function partsOf(row: PreviewRow): SplitDraft[] {
  const shares = row.category_id === null ? (row.content.split ?? []) : [];
  if (shares.length === 0 || row.amount_minor === null) return [];
  const amounts = allocate(
    row.amount_minor,
    shares.map((part) => BigInt(part.share)),
  );
  // An amount too small to be shared out stays whole.
  if (amounts.includes(0n)) return [];
  return shares.map(({ category_id, member_id }, index) => {
    return { category_id, member_id, amount_minor: amounts[index] ?? 0n, note: '' };
  });
}
