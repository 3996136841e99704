import { plainWords } from '../text/clean.ts';
import type { StatementRow } from '../types.ts';

/** What banks call a line of a balance that stands among the rows, with a day and an amount as they have. */
const CLOSING =
  /^(?:closing balance|ending balance|end balance|balance carried forward|carried forward|endsaldo|schlusssaldo|neuer saldo|neuer kontostand|saldo final|saldo finale|eindsaldo|solde final|nouveau solde|utgaende saldo|slutsaldo|ultimosaldo|loppusaldo|konecny zustatek|saldo koncowe|zaro egyenleg|исходящии остаток|saldo do dia|novo saldo|nuevo saldo|nuovo saldo|nieuw saldo|new balance|final balance)$/;
const OPENING =
  /^(?:opening balance|beginning balance|start balance|balance brought forward|brought forward|anfangssaldo|alter saldo|alter kontostand|saldo inicial|saldo iniziale|beginsaldo|solde initial|ancien solde|ingaende saldo|inngaende saldo|primosaldo|alkusaldo|pocatecni zustatek|saldo poczatkowe|nyito egyenleg|входящии остаток|saldo anterior|previous balance)$/;
const LONGEST = 40;
const EDGE = 3;

/**
 * Parts the balances from the rows. A closing balance is no movement in any file; an opening one may be, because apps
 * begin an account with it, and is taken for a balance only beside a closing one.
 */
export function balanceRows(rows: readonly StatementRow[]): ReadonlySet<StatementRow> {
  const edge = new Set([...rows.slice(0, EDGE), ...rows.slice(-EDGE)]);
  const isClosing = (row: StatementRow) => isCalled(row, CLOSING) || (edge.has(row) && hasCell(row, CLOSING));
  const closing = new Set(rows.filter(isClosing));
  return new Set(closing.size === 0 ? [] : rows.filter((row) => closing.has(row) || isCalled(row, OPENING)));
}

/** Above and below a table without names, such a line may have its words where the rows have something else. */
function hasCell(row: StatementRow, words: RegExp): boolean {
  return row.raw.split(/[,;\t|~]/).some((cell) => cell.length <= LONGEST && words.test(plainWords(cell)));
}

function isCalled(row: StatementRow, words: RegExp): boolean {
  return [row.payee, row.memo, row.reference].some(
    (text) => text !== '' && text.length <= LONGEST && words.test(plainWords(text)),
  );
}
