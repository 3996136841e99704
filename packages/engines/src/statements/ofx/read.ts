import { isCurrency } from '@kinwise/core/currencies';
import { trustBankIds } from '../bank-ids.ts';
import { bankNamed } from '../banks.ts';
import { CUT_OFF, truncated } from '../cut-off.ts';
import { refused } from '../refusals.ts';
import { excerpt } from '../text/clean.ts';
import type { Decoded } from '../text/encoding.ts';
import { lineFinder } from '../text/lines.ts';
import type {
  AccountKind,
  DecimalMark,
  ReadOptions,
  Statement,
  StatementBalance,
  StatementFile,
  Warning,
} from '../types.ts';
import { amountIn, decimalMarkOf } from './amount.ts';
import { dayIn, type Failure, readTransaction, rejected, type TransactionContext } from './row.ts';
import { repairSigns } from './signs.ts';
import { child, descendants, readTags, type Tag, valueOf } from './tags.ts';

const STATEMENT = /^(?:(?:CC|INV|LOAN|AMRT)?STMTRS|ACCTSTMT)$/;
const ACCOUNT = /ACCTFROM$/;

/** OFX 1, OFX 2, QFX, and OFC, which came before them. Yields the share done, from 0 to 1. */
export function* readOfx(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const { text } = decoded;
  const start = Math.max(0, text.search(/<(?:[\w.-]+:)?OF[XC]\b/i));
  const steps = readTags(text, start);
  let step = steps.next();
  while (step.done !== true) {
    yield (0.6 * step.value) / Math.max(1, text.length);
    step = steps.next();
  }
  const root = step.value;
  const lineAt = lineFinder(text);
  const warnings: Warning[] = [];
  const statements: Statement[] = [];
  const mark = decimalMarkOf(root, currencyIn(root) ?? options.currency, warnings);
  const isCut = root.children.findLast(({ name }) => /^OF[XC]$/.test(name))?.isClosed !== true;
  for (const tag of descendants(root, (name) => STATEMENT.test(name))) {
    statements.push(readStatement(tag, { text, lineAt, options, warnings, isCut, mark }));
    yield 0.6 + (0.4 * statements.length) / (statements.length + 4);
  }
  if (!statements.some(isSomething)) throw nothing(root, lineAt);
  const trades = descendants(root, (name) => name === 'INVTRAN').length;
  if (trades > 0)
    warnings.push({ code: 'skipped_records', message: `Left out: ${trades} investment records.` });
  if (isCut) warnings.push(truncated(lineAt(text.length - 1)));
  return {
    format: formatOf(text.slice(0, Math.max(start, 0) + 200), options.fileName),
    encoding: decoded.encoding,
    bank: bankNamed(valueOf(descendants(root, (name) => name === 'FI')[0], 'ORG')),
    statements,
    warnings,
  };
}

function formatOf(head: string, fileName: string | undefined): 'ofx1' | 'ofx2' | 'qfx' {
  if (/\.qfx$/i.test(fileName ?? '')) return 'qfx';
  return /<\?(?:OFX|xml)\b/i.test(head) ? 'ofx2' : 'ofx1';
}

function isSomething(statement: Statement): boolean {
  return (
    statement.rows.length > 0 || statement.account?.number !== undefined || statement.closing !== undefined
  );
}

/** Why there is no statement: the bank's own error answer where there is one. */
function nothing(root: Tag, lineAt: (position: number) => number) {
  const states = descendants(root, (name) => name === 'STATUS');
  const wrong = states.find((state) => valueOf(state, 'SEVERITY').toUpperCase() === 'ERROR');
  if (wrong !== undefined) {
    const said = excerpt(valueOf(wrong, 'MESSAGE'), 160);
    const answer = `error ${valueOf(wrong, 'CODE')}${said === '' ? '' : `, “${said}”`}`;
    const message = `Instead of a statement the bank answered with ${answer}.`;
    return refused('bank_error', message, lineAt(wrong.start));
  }
  return refused('no_statement', 'The file is OFX but holds no statement of an account.', 1);
}

type StatementContext = {
  text: string;
  lineAt: (position: number) => number;
  options: ReadOptions;
  warnings: Warning[];
  mark: DecimalMark;
  /** The file ends before what it opened is closed. */
  isCut: boolean;
};

function readStatement(tag: Tag, context: StatementContext): Statement {
  const { warnings, options, isCut } = context;
  const transactions = descendants(tag, (name) => name === 'STMTTRN' || name === 'STMTTRNP');
  const named = currencyOf(tag, transactions);
  const currency = named ?? options.currency;
  const from = wholeOf(
    tag.children.find((one) => ACCOUNT.test(one.name)),
    context,
  );
  const statement: Statement = { account: accountOf(from, tag.name), currency, rows: [], rejected: [] };
  if (named === undefined) statement.isCurrencyAssumed = true;
  const { text, lineAt, mark } = context;
  const rowContext: TransactionContext = { text, lineAt, currency, mark, warnings };
  for (const transaction of transactions) {
    const failure = unfinished(transaction, transactions, isCut);
    const reading = failure
      ? rejected(transaction, failure, rowContext)
      : readTransaction(transaction, rowContext);
    if ('code' in reading) statement.rejected.push(reading);
    else statement.rows.push(reading);
  }
  repairSigns(statement.rows, warnings);
  trustBankIds(statement.rows, warnings);
  statement.closing =
    balanceOf(wholeOf(child(tag, 'LEDGERBAL'), context), statement, mark) ??
    ledgerOf(child(tag, 'STMTRS'), statement, mark);
  statement.available = balanceOf(wholeOf(child(tag, 'AVAILBAL'), context), statement, mark);
  return statement;
}

/**
 * Why a transaction that is not closed is not read: it may be any part of itself. Where no record of the statement is
 * closed, the bank closes none, and only the last one of a file that was cut off is doubtful.
 */
function unfinished(tag: Tag, all: readonly Tag[], isCut: boolean): Failure | undefined {
  if (tag.isClosed) return undefined;
  if (isCut && tag === all[all.length - 1]) return CUT_OFF;
  return all.some((one) => one.isClosed) ? UNCLOSED : undefined;
}

const UNCLOSED: Failure = {
  code: 'unclosed',
  message: 'It is not closed where the next record begins, so part of it is missing. Fetch the file again.',
};

/** What a cut left open may be half of a number. */
function wholeOf(tag: Tag | undefined, { isCut }: StatementContext): Tag | undefined {
  return isCut && tag?.isClosed === false ? undefined : tag;
}

function currencyIn(root: Tag): string | undefined {
  const named = descendants(root, (name) => name === 'CURDEF')[0]?.value.toUpperCase() ?? '';
  return isCurrency(named) ? named : undefined;
}

/** The statement's own currency; where it names none, the one that all its rows name. */
function currencyOf(tag: Tag, transactions: readonly Tag[]): string | undefined {
  const named = valueOf(tag, 'CURDEF').toUpperCase();
  if (isCurrency(named)) return named;
  const symbols = new Set(transactions.map((one) => valueOf(child(one, 'CURRENCY'), 'CURSYM').toUpperCase()));
  const [only] = symbols;
  return symbols.size === 1 && only !== undefined && isCurrency(only) ? only : undefined;
}

const KINDS: Readonly<Record<string, AccountKind>> = {
  CHECKING: 'everyday',
  SAVINGS: 'savings',
  MONEYMRKT: 'savings',
  CD: 'savings',
  CREDITLINE: 'credit',
  // OFC has numbers.
  0: 'everyday',
  1: 'savings',
  2: 'credit',
  3: 'savings',
  4: 'credit',
};

function accountOf(from: Tag | undefined, statement: string): Statement['account'] {
  const number = valueOf(from, 'ACCTID');
  const bankCode = valueOf(from, 'BANKID');
  const kind =
    statement === 'CCSTMTRS'
      ? 'credit'
      : statement === 'INVSTMTRS'
        ? 'investment'
        : statement === 'STMTRS' || statement === 'ACCTSTMT'
          ? KINDS[valueOf(from, 'ACCTTYPE').toUpperCase()]
          : 'loan';
  return {
    number: number === '' ? undefined : number,
    bankCode: bankCode === '' ? undefined : bankCode,
    kind,
  };
}

/** OFC has its balance in one element, as of the end of the statement. */
function ledgerOf(
  tag: Tag | undefined,
  statement: Statement,
  mark: DecimalMark,
): StatementBalance | undefined {
  const amount = amountIn(valueOf(tag, 'LEDGER'), { currency: statement.currency, mark });
  const on = dayIn(valueOf(tag, 'DTEND'));
  return amount === undefined || on === undefined ? undefined : { amount_minor: amount.minor, on };
}

function balanceOf(
  tag: Tag | undefined,
  statement: Statement,
  mark: DecimalMark,
): StatementBalance | undefined {
  const amount = amountIn(valueOf(tag, 'BALAMT'), { currency: statement.currency, mark });
  const on =
    dayIn(valueOf(tag, 'DTASOF')) ??
    statement.rows
      .map((row) => row.on)
      .sort()
      .at(-1);
  return amount === undefined || on === undefined ? undefined : { amount_minor: amount.minor, on };
}
