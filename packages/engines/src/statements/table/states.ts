import { plainWords } from '../text/clean.ts';

/** How far a payment has come, in the words of banks. */
const PENDING = new Set(
  'pending|en attente|vorgemerkt|umsatz vorgemerkt|offen|ausstehend|pendiente|authorised|authorized|authorisation|authorization|hold|on hold|in behandeling|in afwachting|gereserveerd|in attesa|non contabilizzato|processing|reserverad|reserveret|reservert|a venir|pendente|w realizacji|blokada'.split(
    '|',
  ),
);
const NOT_DONE = new Set(
  'reverted|declined|failed|cancelled|canceled|rejected|refused|void|voided|expired|denied|geweigerd|geannuleerd|abgelehnt|storniert|abgebrochen|annule|annulee|refuse|refusee|rechazado|rechazada|cancelado|cancelada|rifiutato|annullato|afvist|avvist|odrzucona|anulowana'.split(
    '|',
  ),
);
const DONE = new Set(
  'complete|completed|posted|booked|settled|success|successful|gebucht|umsatz gebucht|ausgefuhrt|abgeschlossen|geboekt|uitgevoerd|geaccepteerd|udfort|utford|bokfort|contabilizzato|comptabilise|execute|ejecutado|realizado|liquidado|zrealizowana|rozliczona'.split(
    '|',
  ),
);
/** No word of state is longer, and most cells are no word at all. */
const LONGEST = 24;

export function isPendingWord(cell: string): boolean {
  return isOf(PENDING, cell);
}

/** No money moved, or it came straight back. */
export function isNotCompletedWord(cell: string): boolean {
  return isOf(NOT_DONE, cell);
}

export function isStateWord(cell: string): boolean {
  return isPendingWord(cell) || isNotCompletedWord(cell) || isOf(DONE, cell);
}

function isOf(words: ReadonlySet<string>, cell: string): boolean {
  return cell !== '' && cell.length <= LONGEST && words.has(plainWords(cell));
}
