import type { Day } from '@kinwise/core/days';
import { amountToken, currencyOfSymbol, minorOf } from '../amounts.ts';
import { type Bank, bankOfCode, nzAccountIn } from '../banks.ts';
import { dateToken, dayOf } from '../dates.ts';
import { bare, cleanText, plainWords } from '../text/clean.ts';
import type { DateOrder, DecimalMark, StatementAccount } from '../types.ts';
import type { Grid } from './grid.ts';

export type PreambleBalance = { minor: bigint; on: Day | undefined };

/** What the lines above the column names say of the account. */
export type Preamble = {
  text: string;
  account?: StatementAccount | undefined;
  bank?: Bank | undefined;
  opening?: PreambleBalance | undefined;
  closing?: PreambleBalance | undefined;
  available?: PreambleBalance | undefined;
  until?: Day | undefined;
};

export type PreambleContext = { mark: DecimalMark; order: DateOrder; currency: string; today: Day };

/** All lines above the names as one text: evidence for what kind of account this is. */
export function preambleText(grid: Grid, header: number): string {
  return grid.records
    .slice(0, Math.max(0, header))
    .map((record) => record.text)
    .join('\n');
}

export function readPreamble(grid: Grid, header: number, context: PreambleContext): Preamble {
  const preamble: Preamble = { text: preambleText(grid, header) };
  for (const record of grid.records.slice(0, Math.max(0, header))) {
    const line = cleanText(
      record.cells
        .map(bare)
        .filter((cell) => cell !== '')
        .join(' '),
    );
    readAccount(line, preamble);
    readBalance({ cells: record.cells, line }, preamble, context);
    const until = /^(?:to|until|to date|end date|date to)\b\s*(?:date)?\s*:?\s*(.+)$/i.exec(line)?.[1];
    if (until !== undefined) preamble.until ??= dayIn(until, context);
  }
  return preamble;
}

/** The currency that a line above the names gives to the whole table, as in “Currency: EUR”. */
export function preambleCurrency(grid: Grid, header: number): string | undefined {
  for (const record of grid.records.slice(0, Math.max(0, header))) {
    const line = cleanText(record.cells.map(bare).join(' '));
    const named = /\bcurrency\s*:?\s*([A-Z]{3})\b/i.exec(line)?.[1];
    const currency = named === undefined ? undefined : currencyOfSymbol(named);
    if (currency !== undefined) return currency;
  }
  return undefined;
}

function readAccount(line: string, preamble: Preamble): void {
  const parts =
    /^bank\s+(\d{1,2})\s*[;,]\s*branch\s+(\d{1,4})\s*[;,]\s*account\s+([\d-]+)\s*(?:\((.*)\))?/i.exec(line);
  if (parts) {
    const code = (parts[1] ?? '').padStart(2, '0');
    const number = `${code}-${(parts[2] ?? '').padStart(4, '0')}-${parts[3] ?? ''}`;
    preamble.account = { number, bankCode: code, name: parts[4]?.trim() };
    preamble.bank = bankOfCode(code);
    return;
  }
  const card = /\bcard\s*(?:number|no\.?)?\s*:?\s*([X*x\d][X*x\d -]{6,}\d)\s*(?:\((.*)\))?/i.exec(line);
  if (card && preamble.account === undefined) {
    preamble.account = { number: (card[1] ?? '').trim(), name: card[2]?.trim(), kind: 'credit' };
    return;
  }
  const nz = nzAccountIn(line);
  if (nz !== undefined && preamble.account === undefined) {
    preamble.account = { number: nz.number };
    preamble.bank = nz.bank;
    return;
  }
  readNamedAccount(line, preamble);
}

function readNamedAccount(line: string, preamble: Preamble): void {
  const label =
    /^(?:account|iban|konto|compte|rekening|cuenta)\b(?:\s*(?:number|no\.?|nr\.?|name|details for))?\s*:?\s*(.+)$/i.exec(
      line,
    );
  if (!label || /^[^:]{0,40}(?:balance|saldo|solde)/i.test(line)) return;
  const value = (label[1] ?? '').trim();
  const number = /\b(?:[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}|\d[\d -]{5,}\d)\b/.exec(value)?.[0]?.trim();
  const name = cleanText(number === undefined ? value : value.replace(number, ''));
  preamble.account = {
    ...preamble.account,
    number: preamble.account?.number ?? number,
    name: preamble.account?.name ?? (name === '' ? undefined : name),
  };
}

function readBalance(
  { cells, line }: { cells: readonly string[]; line: string },
  preamble: Preamble,
  context: PreambleContext,
): void {
  const label = plainWords(line);
  const kind = /^(?:avail|verfugbar)/.test(label)
    ? 'available'
    : /^(?:opening bal|beginning bal|starting bal|anfangssaldo|alter kontostand|alter saldo|solde initial|saldo inicial|saldo iniziale|beginsaldo|saldo poczatkowe|pocatecni zustatek|ingaende saldo|inngaende saldo|primosaldo|alkusaldo|nyito egyenleg|входящии остаток)/.test(
          label,
        )
      ? 'opening'
      : /^(?:ledger|closing|current|account|book|new)?\s*(?:bal\b|balance|saldo|kontostand)/.test(label)
        ? 'closing'
        : undefined;
  if (kind === undefined) return;
  const whole = /:\s*([^:]*?)(?:\s+(?:as of|as at|on|per|am)\s+(.+))?$/i.exec(line);
  const texts = [...cells.slice(1), whole?.[1] ?? ''];
  for (const text of texts) {
    const token = amountToken(bare(text));
    const size = token === undefined ? undefined : minorOf(token.digits, context.mark, context.currency);
    if (token === undefined || size === undefined) continue;
    const on = whole?.[2] === undefined ? undefined : dayIn(whole[2], context);
    preamble[kind] ??= { minor: token.negative ? -size.minor : size.minor, on };
    return;
  }
}

function dayIn(text: string, context: PreambleContext): Day | undefined {
  const token = dateToken(bare(text));
  return token === undefined ? undefined : dayOf(token, context.order, context.today);
}
