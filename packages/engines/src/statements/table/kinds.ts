import { plainWords } from '../text/clean.ts';

/** The words that banks make the names of their kinds of booking of. */
const WORDS = new Set(
  'account adjustment ap atm automatic bank banking bill bp branch card cash charge charged charges cheque check contactless credit dd debit deposit direct dividend domestic eft eftpos electronic fee fees foreign from fund funds inter interbank internet international interest inward loan miscellaneous misc mobile monthly online order other outward overseas own paid pay payment payments periodical pos purchase received refund repayment reversal salary savings service standing tax telegraphic teller to transaction transfer visa mastercard withdrawal withdrawals'.split(
    ' ',
  ),
);
const LONGEST = 40;

/** Whether a text only names a kind of booking, as “MISCELLANEOUS DEBIT” and “INTER-BANK CREDIT”, and nobody by name. */
export function isKind(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = plainWords(text)
    .split(/[ /-]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => WORDS.has(word));
}
