import { isCurrency } from '@kinwise/core/currencies';
import { type Day, day } from '@kinwise/core/days';
import { nothingMoved } from '../nothing-moved.ts';
import { cleanText, excerpt } from '../text/clean.ts';
import type { DecimalMark, RejectedRow, StatementRow, Warning } from '../types.ts';
import { amountIn } from './amount.ts';
import { child, type Tag, valueOf } from './tags.ts';

export type TransactionContext = {
  text: string;
  lineAt: (position: number) => number;
  currency: string;
  mark: DecimalMark;
  warnings: Warning[];
};

/** A STMTTRN as a row, or why it is none. A pending one (STMTTRNP) is marked so. */
export function readTransaction(tag: Tag, context: TransactionContext): StatementRow | RejectedRow {
  const line = context.lineAt(tag.start);
  const raw = context.text.slice(tag.start, tag.end).trim();
  const reject = (code: string, message: string): RejectedRow => rejected(tag, { code, message }, context);
  const pending = tag.name === 'STMTTRNP';
  const written = valueOf(tag, pending ? 'DTTRAN' : 'DTPOSTED');
  const on = dayIn(written) ?? (written === '' ? dayIn(valueOf(tag, 'DTUSER')) : undefined);
  if (on === undefined) {
    return written === ''
      ? reject('no_day', 'It has no day (DTPOSTED).')
      : reject('impossible_day', `There is no day “${excerpt(written, 40)}” (DTPOSTED).`);
  }
  const named = valueOf(child(tag, 'CURRENCY'), 'CURSYM').toUpperCase();
  const currency = isCurrency(named) ? named : context.currency;
  const amount = amountIn(valueOf(tag, 'TRNAMT'), { currency, mark: context.mark });
  if (amount === undefined)
    return reject('unreadable_amount', `“${excerpt(valueOf(tag, 'TRNAMT'), 40)}” is no amount (TRNAMT).`);
  if (amount.minor === 0n)
    return rejected(tag, nothingMoved(valueOf(tag, 'TRNAMT'), { ...amount, currency }), context);
  if (amount.rounded) {
    const message = `An amount has more decimals than ${currency}; rounded to its smallest coin.`;
    context.warnings.push({ code: 'amount_rounded', message, line });
  }
  const row: StatementRow = { line, on, amount_minor: amount.minor, currency, ...textsOf(tag), raw };
  addExtras(row, tag, context.mark);
  if (pending) row.pending = true;
  return row;
}

export type Failure = Pick<RejectedRow, 'code' | 'message'>;

export function rejected(tag: Tag, failure: Failure, { text, lineAt }: TransactionContext): RejectedRow {
  const raw = text.slice(tag.start, tag.end).trim();
  return { line: lineAt(tag.start), text: excerpt(raw, 200), ...failure };
}

/** The day of an OFX instant such as `20090401122017.000[-5:EST]`, in the bank's own zone. */
export function dayIn(text: string): Day | undefined {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim());
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

function textsOf(tag: Tag): { payee: string; memo: string; reference: string } {
  const name = cleanText(
    valueOf(tag, 'NAME') || valueOf(child(tag, 'PAYEE'), 'NAME') || valueOf(tag, 'EXTDNAME'),
  );
  const memo = cleanText(valueOf(tag, 'MEMO'));
  const check = cleanText(valueOf(tag, 'CHECKNUM') || valueOf(tag, 'CHKNUM'));
  const reference = /^0*$/.test(check) ? cleanText(valueOf(tag, 'REFNUM')) : check;
  const payee = name === '' ? memo : name;
  return { payee, memo: memo === payee ? '' : memo, reference };
}

function addExtras(row: StatementRow, tag: Tag, mark: DecimalMark): void {
  const id = cleanText(valueOf(tag, 'FITID'));
  const kind = cleanText(valueOf(tag, 'TRNTYPE'));
  const category = cleanText(valueOf(tag, 'CATEGORY'));
  const other = child(tag, 'BANKACCTTO') ?? child(tag, 'CCACCTTO');
  const balance = amountIn(valueOf(tag, 'ACCTBAL'), { currency: row.currency, mark });
  if (id !== '') row.bank_id = id;
  if (/\D/.test(kind)) row.kind = kind;
  if (category !== '' && !/^uncategori[sz]ed$/i.test(category)) row.category = category;
  if (other !== undefined && valueOf(other, 'ACCTID') !== '') row.counter_account = valueOf(other, 'ACCTID');
  if (balance !== undefined) row.balance_after_minor = balance.minor;
}
