/** Writing CSV that a spreadsheet opens without running anything in it. */

/**
 * What Excel, Calc and Sheets take for the beginning of a formula, also in its wide form. That is written in numbers: a
 * single letter beyond Latin-1 doubles what the whole bundle takes in memory.
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Marks a file as UTF-8 for programs that would guess otherwise. */
export const BYTE_ORDER_MARK = '\uFEFF';

export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** Numbers stay numbers, also those that are below zero; a text that would begin a formula gets an apostrophe before it. */
function cellOf(value: unknown): string {
  const text = textOf(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  return JSON.stringify(value, (_name, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner));
}
