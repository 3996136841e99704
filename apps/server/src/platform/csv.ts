/**
 * Writes CSV that spreadsheets read as it is meant: a text that would be taken for a formula gets an apostrophe in
 * front, and a number stays a number, also when it is negative.
 */
export type Cell = string | number | { readonly number: string } | null;

const FORMULA = /^[=+\-@\t\r]/;

/** Lines end as RFC 4180 wants them; the mark at the beginning tells old spreadsheets that this is UTF-8. */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return isNumber(cell.number) ? cell.number : written(cell.number);
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
