import { isCurrency } from '@kinwise/core/currencies';
import { type Day, parseDay } from '@kinwise/core/days';
import { minorOf } from '../amounts.ts';
import { nothingMoved } from '../nothing-moved.ts';
import { cleanText, excerpt, joinTexts } from '../text/clean.ts';
import type { RejectedRow, StatementRow, Warning } from '../types.ts';
import { nodeAt, nodesAt, startOf, textAt, textsAt, type XmlNode } from '../xml.ts';
import { statusOf, writtenStatus } from './status.ts';

export type EntryContext = {
  text: string;
  lineAt: (position: number) => number;
  warnings: Warning[];
  currency: string;
};

/** An `Ntry` as one row, also where it sums up several payments: the bank booked one amount. */
export function readEntry(node: XmlNode, context: EntryContext): StatementRow | RejectedRow {
  const start = startOf(node);
  const line = context.lineAt(start);
  const end = context.text.indexOf('Ntry>', start);
  const raw = context.text.slice(start, end === -1 ? start + 400 : end + 5);
  const reject = (code: string, message: string): RejectedRow => ({
    line,
    text: excerpt(raw, 200),
    code,
    message,
  });
  const code = textAt(node, 'Amt', '@Ccy').toUpperCase();
  const currency = isCurrency(code) ? code : context.currency;
  const amount = amountIn(textAt(node, 'Amt'), currency);
  if (amount === undefined)
    return reject('unreadable_amount', `“${excerpt(textAt(node, 'Amt'), 40)}” is no amount (Amt).`);
  if (amount.minor === 0n) {
    const { code: why, message } = nothingMoved(textAt(node, 'Amt'), { ...amount, currency });
    return reject(why, message);
  }
  const direction = textAt(node, 'CdtDbtInd').toUpperCase();
  if (direction !== 'CRDT' && direction !== 'DBIT')
    return reject('no_direction', 'It says neither credit nor debit (CdtDbtInd).');
  const status = statusOf(node);
  if (status === 'not_booked') {
    const said = excerpt(writtenStatus(node), 20);
    return reject('not_completed', `The bank marks it as “${said}”, so no money moved.`);
  }
  const booked = dayOf(nodeAt(node, 'BookgDt'));
  const on = booked ?? dayOf(nodeAt(node, 'ValDt'));
  if (on === undefined) return reject(...withoutDay(node));
  if (amount.rounded) {
    const message = `An amount has more decimals than ${currency}; rounded to its smallest coin.`;
    context.warnings.push({ code: 'amount_rounded', message, line });
  }
  const isIn = direction === 'CRDT';
  // What comes back names debtor and creditor as they were when it went.
  const paidIn = isIn !== /^(?:true|1)$/i.test(textAt(node, 'RvslInd'));
  const row: StatementRow = {
    line,
    on,
    amount_minor: isIn ? amount.minor : -amount.minor,
    currency,
    ...textsOf(node, paidIn),
    raw,
  };
  if (status === 'pending') row.pending = true;
  addExtras(row, node, paidIn);
  return row;
}

function withoutDay(node: XmlNode): [code: string, message: string] {
  const name = ['BookgDt', 'ValDt'].find((one) => writtenDay(nodeAt(node, one)) !== '');
  if (name === undefined) return ['no_day', 'It has no booking day and no value day.'];
  const written = excerpt(writtenDay(nodeAt(node, name)), 40);
  return ['impossible_day', `There is no day “${written}” (${name}).`];
}

/** A date choice: `Dt` or `DtTm`, whose day is the bank's own. Some banks put a time into `Dt`. */
export function dayOf(node: XmlNode | undefined): Day | undefined {
  return parseDay(writtenDay(node).slice(0, 10));
}

function writtenDay(node: XmlNode | undefined): string {
  return textAt(node, 'Dt') || textAt(node, 'DtTm');
}

/** Amounts of ISO 20022 have a point and up to five decimals, never groups. */
export function amountIn(text: string, currency: string): { minor: bigint; rounded: boolean } | undefined {
  return /^\+?\d+(?:\.\d*)?$/.test(text) ? minorOf(text.replace('+', ''), '.', currency) : undefined;
}

function detailsOf(node: XmlNode): XmlNode[] {
  return nodesAt(node, 'NtryDtls').flatMap((details) => nodesAt(details, 'TxDtls'));
}

/** The other side: who paid, for money in; who was paid, for money out. Newer versions wrap the name in `Pty`. */
function partyOf(details: XmlNode, isIn: boolean): string {
  const parties = nodeAt(details, 'RltdPties');
  const party = nodeAt(parties, isIn ? 'Dbtr' : 'Cdtr');
  const ultimate = nodeAt(parties, isIn ? 'UltmtDbtr' : 'UltmtCdtr');
  return (
    textAt(party, 'Nm') ||
    textAt(party, 'Pty', 'Nm') ||
    textAt(ultimate, 'Nm') ||
    textAt(ultimate, 'Pty', 'Nm') ||
    textAt(party, 'Agt', 'FinInstnId', 'Nm')
  );
}

function textsOf(node: XmlNode, isIn: boolean): { payee: string; memo: string; reference: string } {
  const all = detailsOf(node);
  const parties = [
    ...new Set(all.map((details) => cleanText(partyOf(details, isIn))).filter((name) => name !== '')),
  ];
  const purposes = all.flatMap((details) => {
    const info = nodeAt(details, 'RmtInf');
    const structured = nodesAt(info, 'Strd').flatMap((one) => textsAt(one, 'AddtlRmtInf'));
    return [...textsAt(info, 'Ustrd'), ...structured, textAt(details, 'AddtlTxInf')];
  });
  const info = cleanText(textAt(node, 'AddtlNtryInf'));
  const said = joinTexts(purposes);
  const payee = parties.length > 3 ? `${parties.slice(0, 3).join(', ')} …` : parties.join(', ');
  const references = all.map((details) => referenceOf(details)).filter((one) => one !== '');
  return {
    payee: payee || said || info,
    memo: payee === '' ? (said === '' ? '' : info === said ? '' : info) : joinTexts([said, info]),
    reference: references.length === 1 ? (references[0] ?? '') : '',
  };
}

function referenceOf(details: XmlNode): string {
  const endToEnd = textAt(details, 'Refs', 'EndToEndId');
  const structured = nodesAt(nodeAt(details, 'RmtInf'), 'Strd').map((one) =>
    textAt(one, 'CdtrRefInf', 'Ref'),
  );
  const named = structured.find((one) => one !== '') ?? (/^NOTPROVIDED$/i.test(endToEnd) ? '' : endToEnd);
  return cleanText(named);
}

function addExtras(row: StatementRow, node: XmlNode, isIn: boolean): void {
  const value = dayOf(nodeAt(node, 'ValDt'));
  const all = detailsOf(node);
  const [only] = all;
  const id = identityOf(node, all);
  const account = nodeAt(only, 'RltdPties', isIn ? 'DbtrAcct' : 'CdtrAcct', 'Id');
  const number = ibanIn(account) || textAt(account, 'Othr', 'Id');
  const kind = textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') || textAt(node, 'BkTxCd', 'Prtry', 'Cd');
  if (id !== '') row.bank_id = id;
  if (all.length === 1 && number !== '') row.counter_account = number;
  if (kind !== '') row.kind = kind;
  if (value !== undefined && row.on !== value && nodeAt(node, 'BookgDt') === undefined) row.booked_on = value;
  addForeign(row, only, all.length);
}

/** The bank's reference of the entry, or of the only payment in it where the entry has none. */
function identityOf(node: XmlNode, all: readonly XmlNode[]): string {
  const own = cleanText(textAt(node, 'AcctSvcrRef'));
  if (own.length >= 6) return own;
  const numbered = cleanText(textAt(node, 'NtryRef'));
  // Many banks only number the entries of each file here, from 1 on, padded with zeros.
  if (numbered.length >= 6) return numbered.replace(/^0+/, '').length >= 6 ? numbered : '';
  const ofPayment = all.length === 1 ? cleanText(textAt(all[0], 'Refs', 'AcctSvcrRef')) : '';
  return ofPayment.length >= 6 ? ofPayment : '';
}

/** Some banks write the number as on paper, in groups of four. */
export function ibanIn(id: XmlNode | undefined): string {
  return textAt(id, 'IBAN').replace(/\s/g, '');
}

/** What was paid in another currency, where the bank names it and the rate. */
function addForeign(row: StatementRow, details: XmlNode | undefined, count: number): void {
  const instructed = nodeAt(details, 'AmtDtls', 'InstdAmt') ?? nodeAt(details, 'AmtDtls', 'TxAmt');
  const currency = textAt(instructed, 'Amt', '@Ccy').toUpperCase();
  if (count !== 1 || !isCurrency(currency) || currency === row.currency) return;
  const size = amountIn(textAt(instructed, 'Amt'), currency);
  if (size === undefined || size.minor === 0n) return;
  const rate =
    textAt(details, 'AmtDtls', 'TxAmt', 'CcyXchg', 'XchgRate') || textAt(instructed, 'CcyXchg', 'XchgRate');
  const amount_minor = row.amount_minor < 0n ? -size.minor : size.minor;
  row.foreign = { amount_minor, currency, rate: rate === '' ? undefined : rate };
}
