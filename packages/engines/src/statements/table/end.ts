import { exponentOf, isCurrency } from '@kinwise/core/currencies';
import { amountToken } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { CUT_OFF, truncated } from '../cut-off.ts';
import { dateToken } from '../dates.ts';
import { RefusedFile } from '../refusals.ts';
import { excerpt } from '../text/clean.ts';
import type { ColumnRole, DecimalMark, RejectedRow, Warning } from '../types.ts';
import { cellAt, type Grid, isBlank } from './grid.ts';
import type { Plan } from './plan.ts';
import { readRow } from './row.ts';
import { isStateWord } from './states.ts';
import { directionOf } from './vocabulary.ts';

/** How the last line of a table ends: whole, surely cut off, or in a way that nothing in the file can tell. */
export type End = 'whole' | 'cut' | 'doubtful';

export type Others = {
  /** The rows above it. */
  rows: readonly TextRecord[];
  /** How many columns have names. */
  width: number;
  roles: Readonly<Record<number, ColumnRole | undefined>>;
  mark: DecimalMark;
  currency: string;
};

/** So many rows tell how the last one has to look. */
const MOST_ROWS = 300;

/**
 * How the last line ends, from the rows above it alone, so that a damaged one has no say in how they are read.
 * Undefined where there are none.
 */
export function endByRows(grid: Grid, planFor: (part: Grid) => Plan): End | undefined {
  if (grid.records[grid.records.length - 1]?.isUnended !== true) return 'whole';
  try {
    const records = withoutLast(grid).records.slice(0, MOST_ROWS);
    return endUnder(grid, planFor({ ...grid, records }), records);
  } catch (problem) {
    if (problem instanceof RefusedFile) return undefined;
    throw problem;
  }
}

/** The same under a plan. What is no row anyway, such as a line below the table, is no part of one. */
export function endUnder(grid: Grid, plan: Plan, above: readonly TextRecord[]): End {
  const last = grid.records[grid.records.length - 1];
  if (last?.isUnended !== true) return 'whole';
  const reading = readRow(last, plan);
  if (!reading.ok && /^(?:no_day|pending_without_day)$/.test(reading.code)) return 'whole';
  const rows = above.filter(
    (row, index) => index >= plan.region.first && !isBlank(row) && readRow(row, plan).ok,
  );
  const { roles, mark, currency, region } = plan;
  return endOf(last, { rows, width: region.names.length, roles, mark, currency });
}

export function withoutLast(grid: Grid): Grid {
  return { ...grid, records: grid.records.slice(0, -1) };
}

/**
 * A last line without a line end is nothing unusual, and neither is a download that broke off there. Only the rows above
 * can tell: a cell that is shorter than any of theirs is a part of one. Texts may be of any length and tell nothing.
 */
export function endOf(record: TextRecord, others: Others): End {
  if (record.isOpen) return 'cut';
  if (!record.isUnended) return 'whole';
  const { rows, width, roles } = others;
  const widths = rows.length === 0 ? [width] : rows.map((row) => row.cells.length);
  if (record.cells.length < Math.min(...widths)) return 'cut';
  if (/"\s*$/.test(record.text)) return 'whole';
  const column = record.cells.length - 1;
  const cell = cellAt(record, column);
  const above = rows.map((row) => cellAt(row, column)).filter((text) => text !== '');
  const role = roles[column] ?? 'ignore';
  if (role === 'currency' && above.length === 0) return KNOWN[role](cell) ? 'whole' : 'doubtful';
  if (WORDS.has(role)) return wordEnd({ cell, above, rows: rows.length }, KNOWN[role as keyof typeof KNOWN]);
  if (cell === '') return 'whole';
  if (DAYS.has(role)) return dayEnd(cell, above);
  if (!MONEY.has(role) && role !== 'foreign_amount') return 'whole';
  const money = [...rows, { ...record, cells: record.cells.slice(0, -1) }].flatMap((row) =>
    row.cells.filter((text, index) => text !== '' && MONEY.has(roles[index] ?? 'ignore')),
  );
  return numberEnd(cell, { above, money: role === 'foreign_amount' ? above : money }, others);
}

export function cutRow(record: TextRecord): RejectedRow {
  return { line: record.line, text: excerpt(record.text, 200), ...CUT_OFF };
}

export function endWarning(record: TextRecord, end: End): Warning[] {
  if (end === 'whole') return [];
  if (end === 'cut') return [truncated(record.line)];
  const cell = excerpt(record.cells[record.cells.length - 1] ?? '', 40);
  const message = `The file ends with “${cell}” and without the end of a line, and nothing tells whether that is all of it. Look at this row before you import.`;
  return [{ code: 'end_doubtful', message, line: record.line }];
}

const MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'debit', 'credit', 'balance', 'fee', 'person']);
const DAYS: ReadonlySet<ColumnRole> = new Set(['date', 'booked_date', 'value_date']);
const WORDS: ReadonlySet<ColumnRole> = new Set(['currency', 'direction', 'status', 'account']);

/** Amounts have their decimals last, and some their sign or CR and DR behind them. */
function numberEnd(
  cell: string,
  { above, money }: { above: readonly string[]; money: readonly string[] },
  { mark, currency }: Others,
): End {
  if (amountToken(cell) === undefined) return 'whole';
  const tails = above.filter((text) => /\D$/.test(text)).length;
  if (tails > 0 && /\d$/.test(cell)) return tails === above.length ? 'cut' : 'doubtful';
  const exponent = exponentOf(currency);
  if (decimalsOf(cell, mark).length >= exponent) return 'whole';
  const all = money.map((text) => decimalsOf(text, mark));
  if (all.length > 0 && all.every((one) => one === '')) return 'whole';
  // Some programs leave out zeros at the end; where one stands there, or several are full, this one does not.
  const isFixed = all.length > 1 || all.some((one) => one.endsWith('0'));
  return isFixed && all.every((one) => one.length >= exponent) ? 'cut' : 'doubtful';
}

function decimalsOf(cell: string, mark: DecimalMark): string {
  const digits = amountToken(cell)?.digits ?? '';
  const at = digits.lastIndexOf(mark);
  return at === -1 ? '' : digits.slice(at + 1);
}

/** Days end in a year or in a day of the month. */
function dayEnd(cell: string, above: readonly string[]): End {
  const token = dateToken(cell);
  if (token === undefined) return 'whole';
  const own = endingDigits(cell);
  const others = above.map(endingDigits);
  if (others.length === 0) return own < (token.yearDigits === 2 ? 4 : 2) ? 'doubtful' : 'whole';
  if (own < Math.min(...others)) return 'cut';
  return own < Math.max(...others) ? 'doubtful' : 'whole';
}

function endingDigits(text: string): number {
  return /\d*$/.exec(text)?.[0].length ?? 0;
}

const KNOWN = {
  currency: (cell: string) => isCurrency(cell.toUpperCase()),
  direction: (cell: string) => directionOf(cell) !== undefined,
  status: isStateWord,
};

/** Words come again and again: what is only the beginning of one is none, nor is what no file says there. */
function wordEnd(
  { cell, above, rows }: { cell: string; above: readonly string[]; rows: number },
  isKnown: ((cell: string) => boolean) | undefined,
): End {
  if (cell === '') return rows > 0 && above.length === rows ? 'cut' : 'whole';
  if (above.includes(cell) || above.length === 0) return 'whole';
  if (above.some((word) => word.startsWith(cell))) return 'cut';
  if (isKnown === undefined || !above.every(isKnown)) return 'doubtful';
  if (!isKnown(cell)) return 'cut';
  return cell.length < Math.min(...above.map((word) => word.length)) ? 'doubtful' : 'whole';
}
