import { isCurrency } from '@kinwise/core/currencies';
import type { Day } from '@kinwise/core/days';
import { type AmountToken, amountToken, currencyOfSymbol, minorOf } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { dateToken, dayOf } from '../dates.ts';
import { nothingMoved } from '../nothing-moved.ts';
import { cleanText, excerpt, joinTexts } from '../text/clean.ts';
import type { StatementRow } from '../types.ts';
import { transferAccountOf } from './apps.ts';
import { cellAt } from './grid.ts';
import { otherParty } from './parties.ts';
import type { Plan } from './plan.ts';
import { isNotCompletedWord, isPendingWord } from './states.ts';
import { directionOf } from './vocabulary.ts';

export type Failure = { code: string; message: string };
export type RowReading =
  | { ok: true; row: StatementRow; rounded: boolean; namesCurrency: boolean }
  | ({ ok: false } & Failure);

/** One record as a row, or the reason why it is none. */
export function readRow(record: TextRecord, plan: Plan): RowReading {
  const on = dayIn(record, plan);
  if (typeof on !== 'string') return { ok: false, ...on };
  const status = plan.at.status;
  const state = status === undefined ? '' : cellAt(record, status);
  if (isNotCompletedWord(state)) {
    return {
      ok: false,
      code: 'not_completed',
      message: `The bank marks it as “${excerpt(state, 20)}”, so no money moved.`,
    };
  }
  const money = moneyIn(record, plan);
  if (!('minor' in money)) return { ok: false, ...money };
  const row: StatementRow = {
    line: record.line,
    on,
    amount_minor: money.minor,
    currency: money.currency,
    ...textsOf(record, plan, money.minor),
    raw: record.text,
  };
  if (money.balance !== undefined) row.balance_after_minor = money.balance;
  addExtras(row, record, plan);
  const booked = plan.booked === undefined ? undefined : dayOfCell(cellAt(record, plan.booked), plan);
  if (booked !== undefined && booked !== on) row.booked_on = booked;
  if (isPendingWord(state) || isPendingWord(cellAt(record, plan.date))) row.pending = true;
  return { ok: true, row, rounded: money.rounded, namesCurrency: money.namesCurrency };
}

type Money = {
  minor: bigint;
  currency: string;
  namesCurrency: boolean;
  rounded: boolean;
  balance: bigint | undefined;
};

function dayIn(record: TextRecord, plan: Plan): Day | Failure {
  const cell = cellAt(record, plan.date);
  const on = dayOfCell(cell, plan);
  if (on !== undefined) return on;
  const isPending = isPendingWord(cell);
  if (cell === '' || isPending) {
    for (const column of plan.otherDates) {
      const other = dayOfCell(cellAt(record, column), plan);
      if (other !== undefined) return other;
    }
  }
  if (isPending) {
    return {
      code: 'pending_without_day',
      message: 'It is still pending and has no day; it will come with a later file.',
    };
  }
  if (cell === '') {
    return { code: 'no_day', message: 'It has no day where the other rows have theirs.' };
  }
  if (dateToken(cell) === undefined) {
    return { code: 'no_day', message: `“${excerpt(cell, 40)}” stands where the day should be.` };
  }
  return { code: 'impossible_day', message: `There is no day “${excerpt(cell, 40)}”.` };
}

function dayOfCell(cell: string, plan: Plan): Day | undefined {
  const token = dateToken(cell);
  return token === undefined ? undefined : dayOf(token, plan.order, plan.today);
}

function moneyIn(record: TextRecord, plan: Plan): Money | Failure {
  const cells = plan.sign === 'columns' ? [plan.debit, plan.credit] : [plan.amount];
  const written = cells.map((column) => (column === undefined ? '' : cellAt(record, column)));
  const tokens = written.map((cell) => (cell === '' ? undefined : amountToken(cell)));
  const wrong = written.find(
    (cell, index) => cell !== '' && tokens[index] === undefined && !/^[-–—.]$/.test(cell),
  );
  if (wrong !== undefined) return unreadable(wrong);
  if (tokens.every((token) => token === undefined)) {
    return { code: 'no_amount', message: 'It has no amount where the other rows have theirs.' };
  }
  const named = currencyOf(record, plan, tokens);
  const currency = named ?? plan.currency;
  let rounded = false;
  const sizes: (bigint | undefined)[] = [];
  for (const [index, token] of tokens.entries()) {
    const read = token === undefined ? undefined : minorOf(token.digits, plan.mark, currency);
    if (token !== undefined && read === undefined) return unreadable(written[index] ?? '');
    rounded ||= read?.rounded ?? false;
    sizes.push(read?.minor);
  }
  const minor =
    plan.sign === 'columns'
      ? sidesOf(sizes, tokens, plan) - feeOf(record, plan)
      : signedOf(record, { size: sizes[0] ?? 0n, token: tokens[0] }, plan);
  if (typeof minor !== 'bigint') return minor;
  if (minor === 0n) {
    const fine = written.find((cell) => /[1-9]/.test(cell)) ?? '';
    return nothingMoved(fine, { rounded, currency });
  }
  const balance = balanceAfter(record, plan, { currency, minor });
  return { minor, currency, namesCurrency: named !== undefined, rounded, balance };
}

function unreadable(cell: string): Failure {
  return {
    code: 'unreadable_amount',
    message: `“${excerpt(cell, 40)}” is no amount as the other rows write theirs.`,
  };
}

/** Money in less money out. A minus in a column that otherwise has none takes back what it names. */
function sidesOf(
  sizes: readonly (bigint | undefined)[],
  tokens: readonly (AmountToken | undefined)[],
  plan: Plan,
): bigint {
  const [out = 0n, into = 0n] = sizes;
  const givesBack = tokens[0]?.negative === true && !plan.debitIsNegative;
  const takesBack = tokens[1]?.negative === true && !plan.creditIsNegative;
  return (takesBack ? -into : into) - (givesBack ? -out : out);
}

function signedOf(
  record: TextRecord,
  found: { size: bigint; token: AmountToken | undefined },
  plan: Plan,
): bigint | Failure {
  const { size, token } = found;
  const signed = token?.negative === true ? -size : size;
  if (plan.sign === 'positive_out') return -signed;
  if (plan.sign !== 'words') return signed - feeOf(record, plan);
  const word = (
    plan.direction === undefined ? (token?.word ?? '') : cellAt(record, plan.direction)
  ).toLowerCase();
  const out = -size - feeOf(record, plan);
  if (plan.wordsIn.has(word)) return size;
  if (plan.wordsOut.has(word)) return out;
  const direction = directionOf(word);
  if (direction !== undefined) return direction === 'in' ? size : out;
  if (token?.signed === true) return signed;
  return {
    code: 'no_direction',
    message: `“${excerpt(word, 20)}” does not say whether money came in or went out.`,
  };
}

function feeOf(record: TextRecord, plan: Plan): bigint {
  const token = plan.fee === undefined ? undefined : amountToken(cellAt(record, plan.fee));
  return token === undefined ? 0n : (minorOf(token.digits, plan.mark, plan.currency)?.minor ?? 0n);
}

/** The currency that the row itself names, by a column or by the sign beside its amount. */
function currencyOf(
  record: TextRecord,
  plan: Plan,
  tokens: readonly (AmountToken | undefined)[],
): string | undefined {
  const cell = plan.currencyColumn === undefined ? '' : cellAt(record, plan.currencyColumn).toUpperCase();
  if (cell.length === 3 && isCurrency(cell)) return cell;
  const symbol = tokens.find((token) => token !== undefined && token.symbol !== '')?.symbol;
  return symbol === undefined ? undefined : currencyOfSymbol(symbol);
}

function balanceAfter(
  record: TextRecord,
  plan: Plan,
  { currency, minor }: { currency: string; minor: bigint },
): bigint | undefined {
  const seen = balanceOf(record, plan, currency);
  return seen !== undefined && plan.balanceIsBefore ? seen + minor : seen;
}

function balanceOf(record: TextRecord, plan: Plan, currency: string): bigint | undefined {
  const token = plan.balance === undefined ? undefined : amountToken(cellAt(record, plan.balance));
  const size = token === undefined ? undefined : minorOf(token.digits, plan.mark, currency)?.minor;
  if (token === undefined || size === undefined) return undefined;
  const owed = token.negative || token.word === 'DR';
  return owed ? -size : size;
}

/** The card that was used is nobody that was paid. */
const MASKED_CARD = /^(?=.*[*X•x]{3})[\d*X•x][\d*X•x -]{6,}[\d*X•x](?: +\p{L}{1,3})?$/u;

/** Payee and memo for people: a payee that only repeats the kind of row gives way to the text that says more. */
function textsOf(
  record: TextRecord,
  plan: Plan,
  minor: bigint,
): { payee: string; memo: string; reference: string } {
  const kind = textAt(record, plan.at.kind);
  const memos = plan.memos.map((column) => textAt(record, column)).filter((text) => text !== '');
  const party = plan.parties === undefined ? '' : otherParty(record, plan.parties, minor);
  const column = party || textAt(record, plan.payee);
  const named = MASKED_CARD.test(column) ? '' : column;
  const isKind = named !== '' && named.toLowerCase() === kind.toLowerCase();
  const payee = named === '' || isKind ? (memos[0] ?? (named === '' ? kind : named)) : named;
  const memo = joinTexts(memos.filter((text) => text !== payee));
  return { payee, memo, reference: textAt(record, plan.at.reference) };
}

function textAt(record: TextRecord, column: number | undefined): string {
  return column === undefined ? '' : cleanText(cellAt(record, column));
}

function addExtras(row: StatementRow, record: TextRecord, plan: Plan): void {
  const kind = textAt(record, plan.at.kind);
  const category = textAt(record, plan.at.category);
  const tags = textAt(record, plan.at.tags);
  const id = textAt(record, plan.at.bank_id);
  const other = textAt(record, plan.at.counter_account);
  const transfer = transferAccountOf(row.payee, category);
  const foreign = foreignOf(record, plan, row.currency);
  if (kind !== '') row.kind = kind;
  if (category !== '') row.category = category;
  if (tags !== '') row.tags = tags.split(/\s*[|,;]\s*/).filter((tag) => tag !== '');
  if (id !== '') row.bank_id = id;
  if (transfer !== undefined) row.transfer_account = transfer;
  if (other !== '') row.counter_account = other;
  if (foreign !== undefined) row.foreign = foreign;
}

function foreignOf(record: TextRecord, plan: Plan, own: string): StatementRow['foreign'] {
  const code = textAt(record, plan.at.foreign_currency).toUpperCase();
  const column = plan.at.foreign_amount;
  const token = column === undefined ? undefined : amountToken(cellAt(record, column));
  if (token === undefined) return undefined;
  const currency = isCurrency(code) ? code : currencyOfSymbol(token.symbol);
  if (currency === undefined || currency === own) return undefined;
  const size = minorOf(token.digits, plan.mark, currency)?.minor;
  if (size === undefined || size === 0n) return undefined;
  const rate = textAt(record, plan.at.rate);
  return { amount_minor: token.negative ? -size : size, currency, rate: rate === '' ? undefined : rate };
}
