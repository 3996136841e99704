import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import {
  AMOUNTS_AMBIGUOUS,
  amountToken,
  DecimalEvidence,
  isOut,
  type MinorAmount,
  minorOf,
} from '../amounts.ts';
import { CUT_OFF, truncated } from '../cut-off.ts';
import { chooseDateOrder } from '../date-order.ts';
import { type DateToken, dateToken, dayOf } from '../dates.ts';
import { nothingMoved } from '../nothing-moved.ts';
import { refused } from '../refusals.ts';
import { roundedWarning } from '../table/rows.ts';
import { cleanText, excerpt } from '../text/clean.ts';
import type { Decoded } from '../text/encoding.ts';
import type {
  DateOrder,
  DecimalMark,
  ReadOptions,
  RejectedRow,
  Statement,
  StatementFile,
  StatementRow,
  Warning,
} from '../types.ts';
import { fieldOf, type QifFile, type QifRecord, readRecords, textOf } from './records.ts';

/** QIF, the registers of it: lists, investments and memorised records are left out and counted. */
export function* readQif(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const steps = readRecords(decoded.text);
  let step = steps.next();
  while (step.done !== true) {
    yield step.value / 2;
    step = steps.next();
  }
  const file = step.value;
  if (file.records.length === 0 && !file.hasRegister) throw onlyLists(file);
  const warnings: Warning[] = [];
  const whole = file.records.filter((record) => record.end !== 'cut');
  const context = decide(whole, { options, said: file.order }, warnings);
  const statements = new Map<string, Statement>();
  for (const [index, record] of file.records.entries()) {
    if ((index & 2047) === 2047) yield 0.5 + (0.5 * index) / file.records.length;
    const name = record.account?.name ?? `\n${record.account?.kind ?? ''}`;
    const statement = statements.get(name) ?? {
      account: record.account,
      currency: options.currency,
      isCurrencyAssumed: true,
      rows: [],
      rejected: [],
    };
    statements.set(name, statement);
    const own = isOpening(record) ? transferIn(record) : undefined;
    if (own !== undefined) statement.account = { name: own, ...statement.account };
    const reading = readWhole(record, context);
    if ('code' in reading) statement.rejected.push(reading);
    else statement.rows.push(reading);
  }
  if (file.unendedLine !== undefined) warnings.push(truncated(file.unendedLine));
  if (file.skipped.size > 0)
    warnings.push({ code: 'skipped_records', message: `Left out: ${skippedWords(file)}.` });
  return { format: 'qif', encoding: decoded.encoding, statements: [...statements.values()], warnings };
}

function onlyLists(file: QifFile) {
  const words = skippedWords(file);
  return refused(
    'no_transactions',
    `The file holds no register of an account${words === '' ? '.' : `, only ${words}.`}`,
    1,
  );
}

const SECTIONS: Readonly<Record<string, string>> = {
  invst: 'investment records',
  cat: 'categories',
  class: 'classes',
  memorized: 'memorised records',
  security: 'securities',
  prices: 'prices',
};

function skippedWords(file: QifFile): string {
  return [...file.skipped]
    .map(([section, count]) => `${count} ${SECTIONS[section] ?? `records of “${section}”`}`)
    .join(', ');
}

type Context = { order: DateOrder; mark: DecimalMark; options: ReadOptions; warnings: Warning[] };

type Given = { options: ReadOptions; said: DateOrder | undefined };

function decide(records: readonly QifRecord[], { options, said }: Given, warnings: Warning[]): Context {
  const tokens = records.flatMap((record) => qifDate(fieldOf(record, 'D'))?.token ?? []);
  const evidence = new DecimalEvidence();
  for (const record of records) {
    const token = amountToken(amountText(record));
    if (token !== undefined) evidence.add(token.digits);
  }
  const { today, currency } = options;
  const seen = chooseDateOrder(tokens, { today, currency, known: options.mapping?.date_order });
  // Some programs always say MDY, and write the days as their computer does.
  const daysIn = (order: DateOrder) => tokens.filter((token) => dayOf(token, order, today)).length;
  const isTrue = said !== undefined && daysIn(said) >= daysIn(seen.order);
  const known = options.mapping?.date_order ?? (isTrue ? said : undefined);
  if (seen.confidence < 0.7 && tokens.length > 0 && known === undefined) {
    const message = 'Day and month could be the other way round. Look at the days before you import.';
    warnings.push({ code: 'dates_ambiguous', message, line: records[0]?.line });
  }
  const mark = options.mapping?.decimal_mark ?? evidence.decide(exponentOf(options.currency) === 3).mark;
  if (options.mapping?.decimal_mark === undefined && evidence.isOpen(options.currency))
    warnings.push(AMOUNTS_AMBIGUOUS);
  return { order: known ?? seen.order, mark, options, warnings };
}

function amountText(record: QifRecord): string {
  return fieldOf(record, 'T') || fieldOf(record, 'U');
}

/** A time behind a day is no payee. */
const TIME = /[T\s]+\d{1,2}:\d{2}\S*\s*$/;

/** QIF dates pad with spaces, mark 2000 with an apostrophe or a third digit, and may have the payee glued on. */
export function qifDate(text: string): { token: DateToken; rest: string } | undefined {
  const match = /^\s*(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*([/.\-'’])\s*(\d{1,4})(.*)$/.exec(
    text.replace(TIME, ''),
  );
  if (!match) {
    const token = dateToken(text.trim());
    return token === undefined ? undefined : { token, rest: '' };
  }
  const [, first = '', separator = '', second = '', last = '', third = '', rest = ''] = match;
  if (first.length === 4) {
    return {
      token: {
        parts: [Number(first), Number(second), Number(third)],
        order: 'ymd',
        yearDigits: 4,
        separator,
      },
      rest,
    };
  }
  const isApostrophe = last === "'" || last === '’';
  const year = Number(third) + (isApostrophe && third.length < 3 ? 2000 : 0);
  const yearDigits = isApostrophe ? 4 : Math.max(2, third.length);
  return { token: { parts: [Number(first), Number(second), year], yearDigits, separator }, rest };
}

/** A record without its end mark is read where its last line is whole and it has its day and its amount. */
function readWhole(record: QifRecord, context: Context): StatementRow | RejectedRow {
  const lacks = fieldOf(record, 'D') === '' || amountText(record) === '';
  const isCut = record.end === 'cut' || (record.end === 'unmarked' && lacks);
  return isCut
    ? { line: record.line, text: excerpt(record.text, 200), ...CUT_OFF }
    : readRecord(record, context);
}

function readRecord(record: QifRecord, context: Context): StatementRow | RejectedRow {
  const { options } = context;
  const { line, text } = record;
  const reject = (code: string, message: string): RejectedRow => ({
    line,
    text: excerpt(text, 200),
    code,
    message,
  });
  const written = fieldOf(record, 'D');
  const date = qifDate(written);
  if (date === undefined)
    return reject(
      'no_day',
      written === '' ? 'It has no day (D).' : `“${excerpt(written, 40)}” is no day (D).`,
    );
  const on = dayOf(date.token, context.order, options.today);
  if (on === undefined) return reject('impossible_day', `There is no day “${excerpt(written, 40)}” (D).`);
  const { currency } = options;
  const amount = amountIn(amountText(record), context);
  if (amount === undefined)
    return reject('unreadable_amount', `“${excerpt(amountText(record), 40)}” is no amount (T).`);
  if (amount.minor === 0n) {
    const { code, message } = nothingMoved(amountText(record), { ...amount, currency });
    return reject(code, message);
  }
  if (amount.rounded) context.warnings.push(roundedWarning(1, line));
  const payee = cleanText(fieldOf(record, 'P')) || cleanText(date.rest);
  const memo = textOf(record, 'M');
  const row: StatementRow = {
    line,
    on,
    amount_minor: amount.minor,
    currency,
    payee: payee || memo,
    memo: payee === '' ? '' : memo,
    reference: cleanText(fieldOf(record, 'N')),
    raw: text,
  };
  addCategory(row, record, context);
  return row;
}

function minorIn(text: string, context: Context): bigint | undefined {
  return amountIn(text, context)?.minor;
}

function amountIn(text: string, { mark, options }: Context): MinorAmount | undefined {
  const token = amountToken(text.trim());
  const size = token === undefined ? undefined : minorOf(token.digits, mark, options.currency);
  return size !== undefined && token !== undefined && isOut(token) ? { ...size, minor: -size.minor } : size;
}

/** L is a category, a `[account]` of a transfer, and either with a `/class` behind it. */
function addCategory(row: StatementRow, record: QifRecord, context: Context): void {
  const label = fieldOf(record, 'L');
  const transfer = transferIn(record);
  const [category = '', tag = ''] = label.replace(/^\[.*?\]/, '').split('/');
  if (category.trim() !== '') row.category = cleanText(category);
  if (tag.trim() !== '') row.tags = [cleanText(tag)];
  if (isOpening(record)) row.kind = 'opening_balance';
  else if (transfer !== undefined) row.transfer_account = transfer;
  const splits = splitsOf(record, context);
  if (splits.length > 0) row.splits = splits;
}

/** The first record of a register opens it, and in place of another account it names the register's own. */
function isOpening(record: QifRecord): boolean {
  return /^opening balance$/i.test(fieldOf(record, 'P'));
}

function transferIn(record: QifRecord): string | undefined {
  const name = cleanText(/^\[(.+?)\]/.exec(fieldOf(record, 'L'))?.[1] ?? '');
  return name === '' ? undefined : name;
}

function splitsOf(record: QifRecord, context: Context): NonNullable<StatementRow['splits']> {
  const splits: NonNullable<StatementRow['splits']> = [];
  let unread: string | undefined;
  for (const { code, value } of record.fields) {
    if (code === 'S') splits.push({ category: cleanText(value), memo: '', amount_minor: 0n });
    const split = splits[splits.length - 1];
    if (split === undefined) continue;
    if (code === 'E') split.memo = cleanText(value);
    if (code !== '$') continue;
    const minor = minorIn(value, context);
    if (minor === undefined) unread ??= value;
    else split.amount_minor = minor;
  }
  if (splits.length === 0) return [];
  const sum = splits.reduce((total, split) => total + split.amount_minor, 0n);
  const whole = minorIn(amountText(record), context) ?? 0n;
  if (sum === whole && unread === undefined) return splits;
  const shown = (minor: bigint) => formatMinor(minor, exponentOf(context.options.currency));
  const why =
    unread === undefined
      ? `The parts of this record come to ${shown(sum)}, its amount is ${shown(whole)}.`
      : `“${excerpt(unread, 40)}” is no amount of a part ($).`;
  const message = `${why} The record comes in as one, without its parts; split it by hand.`;
  context.warnings.push({ code: 'splits_differ', message, line: record.line });
  return [];
}
