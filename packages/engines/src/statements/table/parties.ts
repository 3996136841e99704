import { amountToken } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { dateToken } from '../dates.ts';
import { cleanText, plainWords } from '../text/clean.ts';
import { isIban } from './columns.ts';
import { cellAt } from './grid.ts';

/** Columns for who paid and for who was paid, whichever of the two is the holder. */
export type Parties = { payer: number; payee: number };

const PAYER =
  /^(?:zahlungspflichtige(?: r|r)?|auftraggeber|source name|from|from name|payer|payer name|avsandare|maksaja|sender|sender name|remitter|absender|ordonnateur|nadawca|mittente|afzender)$/;
const PAYEE =
  /^(?:zahlungsempfanger(?: in)?|empfanger|target name|destination name|to|to name|payee|payee name|mottagare|maksunsaaja|recipient|recipient name|receiver|receiver name|beneficiary|beneficiary name|beneficiaire|odbiorca|beneficiario|begunstigde)$/;

/** The two columns, where a table has both. */
export function partiesOf(names: readonly string[]): Parties | undefined {
  const plain = names.map((name) => plainWords(name.replace(/_/g, ' ')));
  const payer = plain.findIndex((name) => PAYER.test(name));
  const payee = plain.findIndex((name) => PAYEE.test(name));
  return payer === -1 || payee === -1 ? undefined : { payer, payee };
}

/** The other side of a row: who paid, for money in; who was paid, for money out. Empty where no name stands there. */
export function otherParty(record: TextRecord, parties: Parties, minor: bigint): string {
  const cell = cellAt(record, minor > 0n ? parties.payer : parties.payee);
  const isName = dateToken(cell) === undefined && amountToken(cell) === undefined && !isIban(cell);
  return isName ? cleanText(cell) : '';
}
