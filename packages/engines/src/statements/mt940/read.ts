import { exponentOf, isCurrency } from '@kinwise/core/currencies';
import { type Day, day } from '@kinwise/core/days';
import { minorOf } from '../amounts.ts';
import { checkBalance } from '../balance-check.ts';
import { trustBankIds } from '../bank-ids.ts';
import { CUT_OFF, truncated } from '../cut-off.ts';
import { fullYear } from '../dates.ts';
import { refused } from '../refusals.ts';
import { roundedWarning } from '../table/rows.ts';
import { excerpt, joinTexts } from '../text/clean.ts';
import type { Decoded } from '../text/encoding.ts';
import type {
  ReadOptions,
  Statement,
  StatementBalance,
  StatementFile,
  StatementRow,
  Warning,
} from '../types.ts';
import { readEntry } from './entry.ts';
import { readFields, type SwiftField } from './fields.ts';
import { readPurpose } from './purpose.ts';
import { checkSums } from './sums.ts';

/** MT940 and MT942. Yields the share done, from 0 to 1. */
export function* readMt940(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const fields = readFields(decoded.text);
  const warnings: Warning[] = [];
  const statements: Statement[] = [];
  const isInterim = !fields.some((field) => /^6[02]/.test(field.tag));
  for (const [index, message] of messagesOf(fields).entries()) {
    if ((index & 63) === 63) yield Math.min(0.99, index / (index + 100));
    const statement = readMessage(message, { options, warnings, isInterim });
    checkSums(message, { statement, earlier: statements }, warnings);
    statements.push(statement);
  }
  if (statements.length === 0) throw refused('no_statement', 'The file is MT940 but holds no statement.', 1);
  const last = fields[fields.length - 1];
  if (last !== undefined && isCutOff(fields, statements[statements.length - 1], isInterim))
    warnings.push(truncated(last.line + last.lines.length - 1));
  return { format: isInterim ? 'mt942' : 'mt940', encoding: decoded.encoding, statements, warnings };
}

/** A statement of MT940 ends with its closing balance; one of MT942 has none, and only a line without an end tells. */
function isCutOff(fields: readonly SwiftField[], last: Statement | undefined, isInterim: boolean): boolean {
  if (isInterim) return fields[fields.length - 1]?.isCut === true;
  const message = fields.slice(fields.findLastIndex((field) => field.tag === '20'));
  const closing = lastOf(message, /^62/);
  return closing === undefined || (closing.isCut === true && last?.closing === undefined);
}

/** A message begins at each field 20. */
function messagesOf(fields: readonly SwiftField[]): SwiftField[][] {
  const messages: SwiftField[][] = [];
  for (const field of fields) {
    if (field.tag === '20' || messages.length === 0) messages.push([]);
    messages[messages.length - 1]?.push(field);
  }
  return messages.filter((message) => message.some((field) => /^(?:25|60|61|62|28|13|34)/.test(field.tag)));
}

type Context = { options: ReadOptions; warnings: Warning[]; isInterim: boolean };

function readMessage(fields: readonly SwiftField[], context: Context): Statement {
  const { options, warnings } = context;
  // What may go on behind the end of the file is no number, except for a balance that shows that it is whole.
  const whole = fields.filter((field) => field.isCut !== true);
  const find = (pattern: RegExp) => whole.find((field) => pattern.test(field.tag));
  const named = currencyOf(whole);
  const currency = named ?? options.currency;
  const statement: Statement = { account: accountOf(find(/^25/)), currency, rows: [], rejected: [] };
  if (named === undefined) statement.isCurrencyAssumed = true;
  statement.opening = balanceOf(find(/^60/), currency, options.today);
  statement.available = balanceOf(
    find(/^64/) ?? ended(lastOf(fields, /^64/), currency),
    currency,
    options.today,
  );
  readEntries(fields, statement, context);
  statement.closing = closingOf(lastOf(fields, /^62/), statement, options.today);
  trustBankIds(statement.rows, warnings);
  checkBalance(statement, warnings);
  return statement;
}

function lastOf(fields: readonly SwiftField[], pattern: RegExp): SwiftField | undefined {
  return fields.filter((field) => pattern.test(field.tag)).at(-1);
}

/** A balance behind which the file ends without the end of a line is whole if it has all its decimals, or meets the rows. */
function closingOf(
  field: SwiftField | undefined,
  statement: Statement,
  today: Day,
): StatementBalance | undefined {
  const { currency, opening, rows } = statement;
  const closing = balanceOf(field, currency, today);
  const led = rows.reduce((sum, row) => sum + row.amount_minor, opening?.amount_minor ?? 0n);
  const isMet = opening !== undefined && closing?.amount_minor === led;
  return isMet || ended(field, currency) !== undefined ? closing : undefined;
}

function ended(field: SwiftField | undefined, currency: string): SwiftField | undefined {
  const decimals = /,(\d*)\s*$/.exec(field?.lines.join('') ?? '')?.[1]?.length ?? -1;
  return field?.isCut === true && decimals < exponentOf(currency) ? undefined : field;
}

function currencyOf(fields: readonly SwiftField[]): string | undefined {
  for (const field of fields) {
    const text = field.lines[0] ?? '';
    const code = /^6[024]/.test(field.tag)
      ? /^[CD]\d{6}([A-Z]{3})/.exec(text)?.[1]
      : /^34/.test(field.tag)
        ? text.slice(0, 3)
        : undefined;
    if (code !== undefined && isCurrency(code)) return code;
  }
  return undefined;
}

function accountOf(field: SwiftField | undefined): Statement['account'] {
  const text = (field?.lines[0] ?? '').trim();
  if (text === '') return undefined;
  const parts = text.split('/');
  // Some banks put the currency behind the number, which others put behind the bank.
  if (isCurrency(parts.at(-1) ?? '')) parts.pop();
  const [first = '', second] = parts;
  const number = (second ?? first)
    .trim()
    .replace(/\s*([A-Z]{3})$/, (whole, code: string) => (isCurrency(code) ? '' : whole));
  return { number, bankCode: second === undefined ? undefined : first.trim() };
}

const BALANCE = /^([CD])(\d{2})(\d{2})(\d{2})[A-Z]{3}([\d.]*,?\d*)/;

function balanceOf(
  field: SwiftField | undefined,
  currency: string,
  today: Day,
): StatementBalance | undefined {
  const match = BALANCE.exec((field?.lines[0] ?? '').trim());
  if (!match) return undefined;
  const [, mark, year = '', month = '', dayOfMonth = '', amount = ''] = match;
  const on = day(fullYear(Number(year), 2, today), Number(month), Number(dayOfMonth));
  const size = minorOf(amount.replace(/,$/, ''), ',', currency);
  if (on === undefined || size === undefined) return undefined;
  return { amount_minor: mark === 'D' ? -size.minor : size.minor, on };
}

/** No bank writes more fields of text to an entry. */
const MOST_TEXTS = 20;

/** Each field 61 is a row; the fields 86 behind it are its text, until the next 61 or a balance. */
function readEntries(fields: readonly SwiftField[], statement: Statement, context: Context): void {
  for (const [index, field] of fields.entries()) {
    if (field.tag !== '61') continue;
    const texts = textsBehind(fields, index);
    const entry = entryOf([field, ...texts], statement, context);
    const raw = [field, ...texts].map((one) => `:${one.tag}:${one.lines.join('\n')}`).join('\n');
    if ('code' in entry) {
      statement.rejected.push({ line: field.line, text: excerpt(raw, 200), ...entry });
      continue;
    }
    if (entry.rounded) context.warnings.push(roundedWarning(1, field.line));
    if (entry.moved) {
      const message = `The value date does not exist; ${entry.on} is taken for it.`;
      context.warnings.push({ code: 'impossible_value_date', message, line: field.line });
    }
    const purpose = readPurpose(texts.flatMap((one) => one.lines));
    const row: StatementRow = {
      line: field.line,
      on: entry.on,
      amount_minor: entry.amount_minor,
      currency: statement.currency,
      payee: purpose.payee || entry.supplement || entry.reference,
      memo: joinTexts([purpose.memo, purpose.payee === '' ? '' : entry.supplement]),
      reference: purpose.reference || entry.reference,
      raw,
    };
    if (entry.booked_on !== undefined) row.booked_on = entry.booked_on;
    if (entry.pending) row.pending = true;
    if (entry.bank_reference.length >= 10) row.bank_id = entry.bank_reference;
    if (purpose.kind !== '' || entry.kind !== '') row.kind = purpose.kind || entry.kind;
    if (purpose.counter_account !== '') row.counter_account = purpose.counter_account;
    statement.rows.push(row);
  }
}

/** The fields 86 of an entry; fields of the bank's own may stand between. */
function textsBehind(fields: readonly SwiftField[], index: number): SwiftField[] {
  const texts: SwiftField[] = [];
  for (const field of fields.slice(index + 1, index + 1 + MOST_TEXTS)) {
    if (field.tag === '86') texts.push(field);
    else if (field.tag !== 'NS') break;
  }
  return texts;
}

/** The text of an entry that a cut leaves unfinished takes the entry with it where more than that is surely missing. */
function entryOf(
  [field, ...texts]: readonly [SwiftField, ...SwiftField[]],
  { currency }: Statement,
  { options, isInterim }: Context,
): ReturnType<typeof readEntry> {
  const isCut = field.isCut === true || (!isInterim && texts.some((text) => text.isCut === true));
  return isCut ? CUT_OFF : readEntry(field.lines, currency, options.today);
}
