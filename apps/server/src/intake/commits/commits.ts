import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { refuseClosed, requireAccounts, write } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { blankRow } from '../../ledger/drafts/drafts.ts';
import { changeEntries, frozenRate, insertEntries, lockEntries } from '../../ledger/entries/entries.ts';
import type { Entry, EntryDraft, EntryRow } from '../../ledger/entries/entries.ts';
import { payeeIdsFor } from '../../ledger/merchants/merchants.ts';
import { comparableRows } from '../../ledger/register/register.ts';
import { linkPairs } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { inState, lockImport, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { SURE, countPreview, hitsOf, markRows, nextToCommit, partsOf } from '../previews/previews.ts';
import type { PreviewRow } from '../previews/previews.ts';
import type { InPieces } from '../readings/readings.ts';
import { countHits } from '../rules/rules.ts';
import { rememberMapping } from '../templates/templates.ts';

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
  await requireAssigned(
    ctx,
    row,
    new Set(counts.filter((count) => count.included > 0).map((count) => count.statement)),
  );
  const after = await updateImport(ctx, row, {
    status: 'committing',
    progress_done: 0,
    progress_total: included,
    summary: { ...row.summary, adjust_opening: adjustOpening, openings: [] },
  });
  return { row: after, rows: included };
}

/** Writes the included rows piece by piece. May be run again after a crash: it goes on where the last piece ended. */
export async function commit(pieces: InPieces, id: Id): Promise<void> {
  for (let more = true; more; ) more = await pieces(async (ctx) => await commitPiece(ctx, id));
  await pieces(async (ctx) => {
    await finishCommit(ctx, id);
  });
}

async function commitPiece(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at !== null) return false;
  const rows = await nextToCommit(ctx, id, PIECE_ROWS);
  if (rows.length === 0) return false;
  const accounts = await accountsOf(ctx, row);
  const fresh = await withoutLatecomers(ctx, { row, accounts, rows });
  const booked = fresh.filter((one) => one.state === 'replaces_pending' && one.matches_id !== null);
  await bookPending(ctx, row, booked);
  const added = fresh.filter((one) => one.transaction_id === null && one.is_included);
  const drafts = await draftsOf(ctx, row, { rows: added, accounts });
  await insertEntries(ctx, drafts, { audit: { import_id: id, file: row.file_name, entries: drafts.length } });
  for (const [index, one] of added.entries()) one.transaction_id = drafts[index]?.row.id ?? null;
  await linkFound(ctx, added);
  await countHits(ctx, hitsOf(added));
  await markRows(ctx, id, fresh);
  await updateImport(ctx, row, { progress_done: row.progress_done + rows.length });
  return true;
}

/** Rows that somebody else brought in since the preview was made are left out: nothing is doubled by a race. */
async function withoutLatecomers(
  ctx: HouseholdContext,
  of: { row: ImportRow; accounts: ReadonlyMap<number, AccountRow>; rows: readonly PreviewRow[] },
): Promise<PreviewRow[]> {
  const { row, accounts, rows } = of;
  const late = new Map<string, number>();
  const ids = new Set<string>();
  for (const [statement, account] of accounts) {
    const days = rows
      .filter((one) => one.statement === statement)
      .flatMap((one) => one.on_day ?? [])
      .sort();
    const [from, to] = [days[0], days.at(-1)];
    if (!from || !to) continue;
    for (const known of await comparableRows(ctx, {
      account: account.id,
      from,
      to,
      since: row.created_at,
      not: row.id,
    })) {
      const key = `${statement} ${known.occurred_on} ${known.amount_minor} ${(known.payee ?? '').toLowerCase()}`;
      late.set(key, (late.get(key) ?? 0) + 1);
      if (known.bank_id !== null) ids.add(`${statement} ${known.bank_id}`);
    }
  }
  return rows.map((one) => {
    const key = `${one.statement} ${one.on_day ?? ''} ${one.amount_minor ?? ''} ${one.content.payee.toLowerCase()}`;
    const left = late.get(key) ?? 0;
    const known = one.content.bank_id !== undefined && ids.has(`${one.statement} ${one.content.bank_id}`);
    if (one.state === 'replaces_pending' || (left === 0 && !known)) return { ...one };
    late.set(key, left - 1);
    const reason = 'It came into the account by another import after this preview was made.';
    return { ...one, is_included: false, state: 'duplicate', content: { ...one.content, reason } };
  });
}

/** A pending entry becomes the booked one in its place: notes, category and splits of its person stay. */
async function bookPending(ctx: HouseholdContext, row: ImportRow, rows: PreviewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entries = new Map(
    (
      await lockEntries(
        ctx,
        rows.flatMap((one) => one.matches_id ?? []),
      )
    ).map((e) => [e.row.id, e]),
  );
  const changes = rows.flatMap((one) => {
    const before = entries.get(one.matches_id ?? '');
    if (!before || before.row.status !== 'pending' || before.row.deleted_at !== null) return [];
    const whole = before.splits.length === 0;
    one.content.replaced = kept(before.row);
    one.transaction_id = before.row.id;
    const after: EntryRow = {
      ...before.row,
      status: 'completed',
      occurred_on: one.on_day ?? before.row.occurred_on,
      booked_on: one.content.booked_on ?? one.on_day,
      amount_minor: whole ? (one.amount_minor ?? before.row.amount_minor) : before.row.amount_minor,
      bank_id: one.content.bank_id ?? before.row.bank_id,
      memo: one.content.memo === '' ? before.row.memo : one.content.memo,
      reference: one.content.reference === '' ? before.row.reference : one.content.reference,
      balance_after_minor: balanceAfter(one) ?? before.row.balance_after_minor,
    };
    return [{ before, after }];
  });
  await changeEntries(ctx, changes, { audit: { import_id: row.id, booked: changes.length } });
}

type Kept = NonNullable<PreviewRow['content']['replaced']>;

function kept(row: EntryRow): Kept {
  const { status, occurred_on, booked_on, bank_id, memo, reference } = row;
  return {
    status,
    occurred_on,
    booked_on,
    bank_id,
    memo,
    reference,
    amount_minor: row.amount_minor.toString(),
    balance_after_minor: row.balance_after_minor?.toString() ?? null,
  };
}

async function draftsOf(
  ctx: HouseholdContext,
  row: ImportRow,
  of: { rows: readonly PreviewRow[]; accounts: ReadonlyMap<number, AccountRow> },
): Promise<EntryDraft[]> {
  const payees = new Map<Id | null, Map<string, Id>>();
  for (const privateTo of new Set([...of.accounts.values()].map((account) => account.private_to))) {
    const names = of.rows
      .filter((one) => of.accounts.get(one.statement)?.private_to === privateTo)
      .map((one) => one.content.payee);
    payees.set(privateTo, await payeeIdsFor(ctx, names, privateTo));
  }
  const drafts: EntryDraft[] = [];
  for (const one of of.rows) {
    const account = of.accounts.get(one.statement);
    if (!account || one.amount_minor === null || one.on_day === null)
      throw new Error('a row without amount, day or account');
    const draft = await rowOf(ctx, { one, account, import_id: row.id });
    draft.payee_id = payees.get(account.private_to)?.get(one.content.payee) ?? null;
    const splits = partsOf(one);
    drafts.push({
      row: { ...draft, is_split: splits.length > 0 },
      splits,
      tags: one.content.tags ?? [],
    });
  }
  return drafts;
}

async function rowOf(
  ctx: HouseholdContext,
  of: { one: PreviewRow; account: AccountRow; import_id: Id },
): Promise<EntryRow> {
  const { one, account, import_id } = of;
  const amount_minor = one.amount_minor ?? 0n;
  const on = one.on_day ?? '';
  const { content } = one;
  const asked = one.category_id === null ? content.proposed : undefined;
  return {
    ...blankRow(ctx, account),
    occurred_on: on,
    booked_on: content.booked_on ?? null,
    amount_minor,
    ...(await frozenRate(ctx, { amount_minor, currency: account.currency, on })),
    type: amount_minor > 0n ? 'income' : 'expense',
    status: content.pending ? 'pending' : 'completed',
    source: 'import',
    memo: content.memo,
    reference: content.reference,
    notes: content.notes ?? '',
    ...(content.payer_id === undefined ? {} : { payer_id: content.payer_id }),
    category_id: one.category_id,
    import_id,
    import_line: one.line,
    bank_id: content.bank_id ?? null,
    balance_after_minor: balanceAfter(one),
    needs_review: asked !== undefined && asked.confidence < SURE,
    proposed_category_id: asked?.category_id ?? null,
    proposed_confidence: asked ? Math.round(asked.confidence) : null,
    proposed_reason: asked?.reason ?? null,
  };
}

async function linkFound(ctx: HouseholdContext, rows: readonly PreviewRow[]): Promise<void> {
  const pairs = rows
    .filter((one) => one.state === 'transfer' && one.matches_id !== null && one.transaction_id !== null)
    .map((one) => ({
      mine: one.transaction_id ?? '',
      other: one.matches_id ?? '',
      out: (one.amount_minor ?? 0n) < 0n,
    }));
  if (pairs.length === 0) return;
  // The other side may have been linked, changed or deleted since the preview: then the row stays an entry of its own.
  const others = new Map(
    (
      await lockEntries(
        ctx,
        pairs.map((pair) => pair.other),
      )
    ).map((entry) => [entry.row.id, entry]),
  );
  const fit = pairs.filter(({ other }) => isFree(others.get(other)));
  await linkPairs(
    ctx,
    fit.map(({ mine, other, out }) =>
      out ? { from_id: mine, to_id: other } : { from_id: other, to_id: mine },
    ),
  );
}

function isFree(entry: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    entry.row.deleted_at === null &&
    entry.row.transfer_id === null &&
    entry.splits.length === 0
  );
}

async function finishCommit(ctx: HouseholdContext, id: Id): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row?.status !== 'committing' || row.undone_at !== null) return;
  const accounts = await accountsOf(ctx, row);
  const openings = row.summary.adjust_opening ? await adjustOpenings(ctx, row, accounts) : [];
  const { layout, mapping, mapping_given, bank } = row.summary;
  if (layout !== undefined && mapping && mapping_given)
    await rememberMapping(ctx, { layout, bank: bank?.name ?? '', mapping });
  const private_to = [...accounts.values()].some((account) => account.private_to !== null)
    ? row.private_to
    : null;
  const after = await updateImport(ctx, row, {
    status: 'committed',
    committed_at: ctx.now,
    private_to,
    progress_done: row.progress_total,
    summary: { ...row.summary, openings },
  });
  ctx.emit(
    happened('import.committed', {
      ids: [id],
      after: {
        file: row.file_name,
        rows: after.progress_total,
        accounts: [...accounts.values()].map((one) => one.id),
      },
      privateTo: private_to,
      risk: 'medium',
    }),
  );
}

/** Lets an account end where its statement does, by its opening balance; what it was is kept for the undo. */
async function adjustOpenings(
  ctx: HouseholdContext,
  row: ImportRow,
  accounts: ReadonlyMap<number, AccountRow>,
): Promise<{ account_id: Id; before: string }[]> {
  const changed: { account_id: Id; before: string }[] = [];
  for (const [index, account] of accounts) {
    const closing = row.summary.statements?.[index]?.closing;
    if (!closing) continue;
    const now = (await requireAccounts(ctx, [account.id], { lock: true })).get(account.id) ?? account;
    const difference = BigInt(closing.minor) - now.balance_minor;
    if (difference === 0n) continue;
    changed.push({ account_id: account.id, before: now.opening_minor.toString() });
    await write(ctx, now, {
      opening_minor: now.opening_minor + difference,
      balance_minor: now.balance_minor + difference,
    });
  }
  return changed;
}

/** Every statement with rows to commit has an account of its currency that is open, or is skipped by choice. */
async function requireAssigned(
  ctx: HouseholdContext,
  row: ImportRow,
  used: ReadonlySet<number>,
): Promise<void> {
  const accounts = await accountsOf(ctx, row);
  const errors: { pointer: string; code: string; message: string }[] = [];
  for (const [index, statement] of (row.summary.statements ?? []).entries()) {
    if (statement.skip || !used.has(index)) continue;
    const account = accounts.get(index);
    const pointer = `/statements/${index}/account_id`;
    if (!account)
      errors.push({
        pointer,
        code: 'required',
        message: `Statement ${index + 1}: say which account it goes to, or skip it.`,
      });
    else if (account.currency !== statement.currency) {
      const message = `Statement ${index + 1} is in ${statement.currency}, "${account.name}" in ${account.currency}. Choose an account in ${statement.currency}.`;
      errors.push({ pointer, code: 'currency_differs', message });
    } else refuseClosed(account);
  }
  if (errors.length > 0)
    throw new Problem('VALIDATION_2002', errors.map((error) => error.message).join(' '), { errors });
}

async function accountsOf(ctx: HouseholdContext, row: ImportRow): Promise<Map<number, AccountRow>> {
  const wanted = (row.summary.statements ?? []).flatMap((statement, index): [number, Id][] =>
    statement.account_id === null || statement.skip ? [] : [[index, statement.account_id]],
  );
  const accounts = await requireAccounts(
    ctx,
    wanted.map(([, id]) => id),
  );
  return new Map(
    wanted.flatMap(([index, id]) => {
      const account = accounts.get(id);
      return account ? [[index, account] as const] : [];
    }),
  );
}

function balanceAfter(one: PreviewRow): bigint | null {
  return one.content.balance_after === undefined ? null : BigInt(one.content.balance_after);
}
