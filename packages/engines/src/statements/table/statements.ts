import type { Day } from '@kinwise/core/days';
import { checkBalance } from '../balance-check.ts';
import { trustBankIds } from '../bank-ids.ts';
import { bankOfCode, nzAccountIn } from '../banks.ts';
import type { Statement, StatementAccount, StatementBalance, StatementRow, Warning } from '../types.ts';
import type { Preamble } from './preamble.ts';
import type { TableRows } from './rows.ts';
import { settleBalances, signByBalance } from './running-balance.ts';

export type StatementContext = {
  preamble: Preamble;
  currency: string;
  /** Nothing about the table as a whole names the currency; its rows may. */
  isCurrencyAssumed: boolean;
  newestFirst: boolean;
  /** Amounts without any sign take it from the running balance. */
  signByBalance: boolean;
  isCard: boolean;
  warnings: Warning[];
};

/** Rows under the accounts that the file names; one statement where it names none. */
export function statementsOf(read: TableRows, context: StatementContext): Statement[] {
  const names = [...read.groups.keys()];
  const only = names.filter((name) => name !== '');
  if (only.length === 1 && names.length === 2) merge(read, only[0] ?? '');
  const statements: Statement[] = [];
  for (const [name, group] of read.groups) {
    const statement: Statement = {
      account: accountOf(name, context),
      currency: majorityCurrency(group.rows) ?? context.currency,
      isCurrencyAssumed: context.isCurrencyAssumed && !group.namesCurrency,
      rows: group.rows,
      rejected: group.rejected,
    };
    if (context.signByBalance) {
      const opening = read.groups.size === 1 ? context.preamble.opening?.minor : undefined;
      signByBalance(statement.rows, { newestFirst: context.newestFirst, opening }, context.warnings);
    }
    trustBankIds(statement.rows, context.warnings);
    addBalances(statement, context, read.groups.size === 1);
    checkBalance(statement, context.warnings);
    statements.push(statement);
  }
  return statements;
}

function merge(read: TableRows, name: string): void {
  const nameless = read.groups.get('');
  const group = read.groups.get(name);
  if (nameless === undefined || group === undefined) return;
  group.namesCurrency ||= nameless.namesCurrency;
  group.rows = [...group.rows, ...nameless.rows].sort((a, b) => a.line - b.line);
  group.rejected = [...group.rejected, ...nameless.rejected].sort((a, b) => a.line - b.line);
  read.groups.delete('');
}

function accountOf(name: string, context: StatementContext): StatementAccount | undefined {
  if (name === '') {
    const { account } = context.preamble;
    if (account !== undefined || !context.isCard) return account;
    return { kind: 'credit' };
  }
  const nz = nzAccountIn(name);
  if (nz !== undefined) return { number: name, bankCode: name.slice(0, 2) };
  if (/^[A-Z]{2}\d{2}[A-Z0-9 ]{10,34}$/.test(name)) return { number: name.replace(/ /g, '') };
  const isNumber = /\d{4,}/.test(name) && !/\p{L}{4,}/u.test(name);
  return isNumber ? { number: name } : { name };
}

/** The bank that the account's own number names. */
export function bankOfStatements(statements: readonly Statement[]) {
  const code = statements.find((statement) => statement.account?.bankCode !== undefined)?.account?.bankCode;
  return code === undefined ? undefined : bankOfCode(code);
}

function majorityCurrency(rows: readonly StatementRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.currency, (counts.get(row.currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function addBalances(statement: Statement, context: StatementContext, isOnly: boolean): void {
  const { preamble } = context;
  const days = statement.rows.map((row) => row.on).sort();
  const last = preamble.until ?? days[days.length - 1];
  const said = (balance: Preamble['closing'], fallback: Day | undefined): StatementBalance | undefined => {
    const on = balance?.on ?? fallback;
    return balance === undefined || on === undefined ? undefined : { amount_minor: balance.minor, on };
  };
  if (isOnly) {
    statement.opening = said(preamble.opening, days[0]);
    statement.closing = said(preamble.closing, last);
    statement.available = said(preamble.available, last);
  }
  const balance = settleBalances(statement.rows);
  const hasSingle = statement.rows.length === 1 && statement.rows[0]?.balance_after_minor !== undefined;
  if (!balance.holds && !hasSingle) return;
  const ends = columnEnds(statement.rows, balance.newestFirst ?? context.newestFirst);
  if (ends === undefined) return;
  const above = statement.closing?.amount_minor;
  if (above !== undefined && above !== ends.closing.amount_minor && above !== ends.opening.amount_minor) {
    context.warnings.push({
      code: 'balances_differ',
      message:
        'The balance named above the rows is not the balance behind the last row. The file may not be complete.',
    });
  }
  statement.opening = ends.opening;
  statement.closing = ends.closing;
}

/** Opening and closing from the balance column: before the oldest row and behind the newest that the bank has booked. */
function columnEnds(rows: readonly StatementRow[], newestFirst: boolean) {
  const booked = rows.filter((row) => row.pending !== true);
  const ordered = newestFirst ? booked.reverse() : booked;
  let before = 0n;
  let opening: StatementBalance | undefined;
  let closing: StatementBalance | undefined;
  let after = 0n;
  for (const row of ordered) {
    before += row.amount_minor;
    after += row.amount_minor;
    if (row.balance_after_minor === undefined) continue;
    opening ??= { amount_minor: row.balance_after_minor - before, on: ordered[0]?.on ?? row.on };
    closing = { amount_minor: row.balance_after_minor, on: row.on };
    after = 0n;
  }
  if (opening === undefined || closing === undefined) return undefined;
  return { opening, closing: { ...closing, amount_minor: closing.amount_minor + after } };
}
