import { exponentOf } from '@kinwise/core/currencies';
import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { formatMinor } from '@kinwise/core/money';
import { cut } from '@kinwise/engines/statements/text/clean';
import type { Statement } from '@kinwise/engines/statements/types';
import { plainNumber } from '../../ledger/account-numbers/account-numbers.ts';
import {
  accountsByNumber,
  accountRows,
  refuseClosed,
  requireAccount,
  requireAccounts,
} from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { frozenRate } from '../../ledger/entries/entries.ts';
import { accountDays } from '../../ledger/postings/postings.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, forbidden } from '../../platform/problems.ts';
import type { ImportRow } from '../imports/imports.ts';
import type { Count } from '../previews/previews.ts';
import type { Check, StatementSummary } from './destinations.schema.ts';
import { sumIncluded } from './destinations.store.ts';

/** A statement without its rows. */
export type StatementHead = Omit<Statement, 'rows' | 'rejected'>;

/** An open account into which the actor may import: their own, or any that they see. */
export async function requireImportable(ctx: HouseholdContext, accountId: Id): Promise<AccountRow> {
  const account = await requireAccount(ctx, accountId);
  if (!mayImport(ctx, account)) throw forbidden('data.import');
  refuseClosed(account);
  return account;
}

/**
 * Says of each statement where it goes: where it went before, to the account that bears its number, or nowhere yet. Of
 * several that bear it, to the one that was named.
 */
export async function describeStatements(
  ctx: HouseholdContext,
  statements: readonly StatementHead[],
  before: readonly StatementSummary[],
): Promise<StatementSummary[]> {
  const accounts = (await accountRows(ctx)).filter((account) => mayImport(ctx, account));
  // One account named for a file of several statements is where those go that name no other.
  const all = before.length === 1 && statements.length > 1 ? before[0]?.account_id : undefined;
  const summaries: StatementSummary[] = [];
  for (const [index, statement] of statements.entries()) {
    const bearers = await bearersOf(ctx, statement, accounts);
    const isShared = bearers.length > 1;
    const own = isShared ? bearers.find((one) => one.id === all) : bearers[0];
    const alone = statements.length === 1 && !isShared ? onlyFit(accounts, statement.currency) : undefined;
    const rest = isShared ? undefined : all;
    const earlier = all ? undefined : before[index];
    summaries.push({
      ...hintsOf(statement),
      same_account_as: statements.findIndex((one) => areOfOneAccount(one, statement)),
      known_account_id: isShared ? undefined : own?.id,
      bearer_ids: isShared ? bearers.map((one) => one.id) : undefined,
      proposed_account_id: (own ?? alone)?.id ?? null,
      ...homeOf(earlier, { found: own?.id ?? rest ?? null, accounts }),
    });
  }
  return summaries;
}

/** The open accounts that bear the number of a statement; where several do, those in a currency that the file names. */
async function bearersOf(
  ctx: HouseholdContext,
  { account, currency, isCurrencyAssumed }: StatementHead,
  accounts: readonly AccountRow[],
): Promise<AccountRow[]> {
  if (account?.number === undefined) return [];
  const ids = new Set((await accountsByNumber(ctx, account.number)).map((one) => one.id));
  const bearers = accounts.filter((one) => ids.has(one.id) && one.status === 'open');
  const fitting = bearers.filter((one) => one.currency === currency);
  return fitting.length === 0 || isCurrencyAssumed === true ? bearers : fitting;
}

/** By the whole number or name; of what is shown of a number, several accounts may have the same. */
function areOfOneAccount(one: StatementHead, other: StatementHead): boolean {
  if (one === other) return true;
  const [first, second] = [one, other].map(({ account }) => account?.number ?? account?.name);
  return first !== undefined && first === second && one.currency === other.currency;
}

/** Where a statement went before stands, until somebody says otherwise or deletes that account. */
function homeOf(
  earlier: StatementSummary | undefined,
  { found, accounts }: { found: Id | null; accounts: readonly AccountRow[] },
) {
  const home = accounts.find((one) => one.id === earlier?.account_id)?.id;
  return { account_id: home ?? found, skip: earlier?.skip ?? false };
}

/** The accounts of an import's statements by their number within the file; those that are skipped are left out. */
export async function accountsOf(ctx: HouseholdContext, row: ImportRow): Promise<Map<number, AccountRow>> {
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

/** Every statement with rows to commit has an open account of its currency that the actor may fill, and its rates. */
export async function requireAssigned(
  ctx: HouseholdContext,
  row: ImportRow,
  counts: readonly Count[],
): Promise<void> {
  const all = await accountRows(ctx);
  const errors: { pointer: string; code: string; message: string }[] = [];
  for (const [index, statement] of (row.summary.statements ?? []).entries()) {
    const used = counts.filter((count) => count.statement === index && count.included > 0);
    if (statement.skip || used.length === 0) continue;
    const pointer = `/statements/${index}/account_id`;
    const account = all.find((one) => one.id === statement.account_id);
    if (!account) {
      const { message: why } = sharedNumber(index, statement, all) ?? { message: '' };
      const message = `${why} Statement ${index + 1}: say which account it goes to, or skip it.`.trim();
      errors.push({ pointer, code: 'required', message });
    } else if (account.currency !== statement.currency) {
      errors.push({ pointer, ...currencyDiffers(index, { statement, account }) });
    } else {
      if (!mayImport(ctx, account)) throw forbidden('data.import');
      refuseClosed(account);
      await requireRate(ctx, account, used);
    }
  }
  if (errors.length > 0)
    throw new Problem('VALIDATION_2002', errors.map((error) => error.message).join(' '), { errors });
}

/** What to look at before committing: balances that do not meet, currencies that differ, accounts that are closed. */
export async function checksOf(ctx: HouseholdContext, row: ImportRow): Promise<Check[]> {
  const accounts = new Map((await accountRows(ctx)).map((account) => [account.id, account]));
  const checks: Check[] = [];
  for (const [index, statement] of (row.summary.statements ?? []).entries()) {
    const account = statement.skip ? undefined : accounts.get(statement.account_id ?? '');
    const warnings: Check['warnings'][number][] = [];
    const shared = sharedNumber(index, statement, [...accounts.values()]);
    if (shared) warnings.push(shared);
    if (!account && statement.account_id !== null && !statement.skip)
      warnings.push({ code: 'account_gone', message: goneWords(index, row) });
    if (account && account.currency !== statement.currency)
      warnings.push(currencyDiffers(index, { statement, account }));
    if (account?.status === 'closed') {
      const message = `"${account.name}" is closed. Reopen it, or choose another account.`;
      warnings.push({ code: 'account_closed', message });
    }
    const { closing } = statement;
    const fits = account?.currency === statement.currency && row.status !== 'reading';
    const after =
      account && closing && fits
        ? await balanceAfter(ctx, { row, account, on: closing.on as Day })
        : undefined;
    const exponent = exponentOf(statement.currency);
    const balance_check =
      after === undefined || !closing
        ? null
        : {
            statement_balance: formatMinor(BigInt(closing.minor), exponent),
            on: closing.on,
            balance_after_commit: formatMinor(after, exponent),
            difference: formatMinor(BigInt(closing.minor) - after, exponent),
          };
    checks.push({ balance_check, warnings });
  }
  return checks;
}

function mayImport(ctx: HouseholdContext, account: AccountRow): boolean {
  return ctx.require('data.import') !== 'own' || account.owner_id === actorId(ctx);
}

function onlyFit(accounts: readonly AccountRow[], currency: string): AccountRow | undefined {
  const fit = accounts.filter((one) => one.status === 'open' && one.currency === currency);
  return fit.length === 1 ? fit[0] : undefined;
}

function hintsOf(statement: StatementHead) {
  const { account, currency, file, opening, closing } = statement;
  return {
    file,
    currency,
    currency_assumed: statement.isCurrencyAssumed ?? false,
    number_masked: account?.number === undefined ? null : `•••• ${plainNumber(account.number).slice(-4)}`,
    name: account?.name === undefined ? null : cut(account.name, 100),
    kind: account?.kind ?? null,
    opening: kept(opening),
    closing: kept(closing),
  };
}

function kept(balance: Statement['opening']): { minor: string; on: string } | undefined {
  return balance && { minor: balance.amount_minor.toString(), on: balance.on };
}

/** Which accounts a statement could be of, while none of them is named. */
function sharedNumber(
  index: number,
  { account_id, skip, bearer_ids = [] }: StatementSummary,
  accounts: readonly AccountRow[],
): { code: string; message: string } | undefined {
  const names = accounts.flatMap((one) => (bearer_ids.includes(one.id) ? [`"${one.name}"`] : []));
  if (account_id !== null || skip || names.length < 2) return undefined;
  const listed = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const message = `${listed} bear the number of statement ${index + 1}. Say which of them is meant.`;
  return { code: 'number_shared', message };
}

/** What is left to say of an account that was deleted since. */
function goneWords(index: number, { status }: Pick<ImportRow, 'status'>): string {
  const gone = `The account of statement ${index + 1} was deleted since.`;
  if (status === 'committed') return `${gone} Nothing of it is left to undo; the rest can be undone.`;
  if (status === 'undone') return `${gone} Nothing of it was left to undo.`;
  return `${gone} Choose another account, or skip the statement.`;
}

function currencyDiffers(
  index: number,
  { statement, account }: { statement: StatementSummary; account: AccountRow },
): { code: string; message: string } {
  const message = `Statement ${index + 1} is in ${statement.currency}, "${account.name}" in ${account.currency}. Choose an account in ${statement.currency}.`;
  return { code: 'currency_differs', message };
}

/** A missing rate is told before the first row is written, not in the middle of them. */
async function requireRate(
  ctx: HouseholdContext,
  account: AccountRow,
  used: readonly Count[],
): Promise<void> {
  const [first] = used.flatMap((count) => count.included_from ?? []).sort();
  if (first !== undefined) await frozenRate(ctx, { amount_minor: 1n, currency: account.currency, on: first });
}

/** The account's balance at the end of a day, with the included rows that are not entries yet. Minor units. */
export async function balanceAfter(
  ctx: HouseholdContext,
  of: { row: ImportRow; account: AccountRow; on: Day },
): Promise<bigint> {
  const { row, account, on } = of;
  const later = await accountDays(ctx, { from: addDays(on, 1), accounts: [account.id] });
  const statements = (row.summary.statements ?? []).flatMap((one, index) =>
    one.account_id === account.id && !one.skip ? [index] : [],
  );
  const isOpen = row.status === 'preview' || (row.status === 'committing' && row.undone_at === null);
  const coming = isOpen ? await sumIncluded(ctx, row.id, { statements, through: on }) : 0n;
  return later.reduce((balance, day) => balance - day.delta_minor, account.balance_minor) + coming;
}
