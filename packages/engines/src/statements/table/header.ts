import { amountToken } from '../amounts.ts';
import { nzAccountIn } from '../banks.ts';
import { holdsDayAndAmount } from '../csv/delimiter.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { dateToken } from '../dates.ts';
import { bare } from '../text/clean.ts';
import { cellAt, type Grid, isBlank, type Region } from './grid.ts';
import { meaningsOf } from './vocabulary.ts';

export type RegionChoice = Region & { confidence: number; reason: string };

/** How far above the first row its names may stand. */
const LOOK_ABOVE = 60;

/**
 * Finds the line of column names, if any, and the first line that may be a row. A line above the names may look like a
 * row as well, such as the account's number beside the day of the file: then the names stand below it.
 */
export function findRegion(grid: Grid): RegionChoice {
  const first = grid.records.findIndex((record) => holdsDayAndAmount(record.cells));
  const until = first === -1 ? Math.min(grid.records.length, LOOK_ABOVE) : first;
  const above = bestHeader(grid, Math.max(0, until - LOOK_ABOVE), until);
  if (above.score >= (first === -1 ? 3 : 2)) return chosen(grid, above);
  const below = bestHeader(grid, until + 1, Math.min(grid.records.length, until + LOOK_ABOVE));
  if (below.score >= 3) return chosen(grid, below);
  const unknown = first > 0 ? unknownHeader(grid, first) : -1;
  if (unknown !== -1) {
    return {
      ...named(grid, unknown),
      reason: 'The line above the first row holds only words.',
      confidence: 0.6,
    };
  }
  return {
    header: -1,
    first: firstOfNameless(grid, first),
    names: [],
    confidence: 0.8,
    reason: 'No line names the columns.',
  };
}

type Candidate = { header: number; score: number };

/** The line with the most known names; of several alike the lowest, right above the rows. */
function bestHeader(grid: Grid, from: number, until: number): Candidate {
  let best: Candidate = { header: -1, score: 0 };
  for (let index = until - 1; index >= from; index -= 1) {
    const record = grid.records[index];
    const score = record === undefined ? 0 : headerScore(record);
    if (score > best.score) best = { header: index, score };
  }
  return best;
}

function chosen(grid: Grid, { header, score }: Candidate): RegionChoice {
  const reason = `${score} of its names are known.`;
  return { ...named(grid, header), reason, confidence: Math.min(1, 0.5 + score / 8) };
}

/** The region that a person or the memory asked for, by line numbers. */
export function regionFromLines(
  grid: Grid,
  headerLine: number | undefined,
  firstLine: number | undefined,
): Region {
  const header = headerLine === undefined || headerLine === 0 ? -1 : atLine(grid.records, headerLine);
  const first = firstLine === undefined ? header + 1 : fromLine(grid.records, firstLine);
  return { header, first: Math.max(first, header + 1), names: namesAt(grid, header) };
}

function named(grid: Grid, header: number): Region {
  return { header, first: header + 1, names: namesAt(grid, header) };
}

function namesAt(grid: Grid, header: number): string[] {
  return (grid.records[header]?.cells ?? []).map((cell) => bare(cell).replace(/\s+/g, ' '));
}

function atLine(records: readonly TextRecord[], line: number): number {
  return records.findIndex((record) => record.line === line);
}

function fromLine(records: readonly TextRecord[], line: number): number {
  const index = records.findIndex((record) => record.line >= line);
  return index === -1 ? records.length : index;
}

/** How many cells of a line are known column names; a line with a day or an amount names nothing. */
function headerScore(record: TextRecord): number {
  if (record.cells.length < 2) return 0;
  let known = 0;
  let filled = 0;
  for (let column = 0; column < record.cells.length; column += 1) {
    const cell = cellAt(record, column);
    if (cell === '') continue;
    filled += 1;
    if (/^[\d.,+-]+$/.test(cell) || dateToken(cell) !== undefined) return 0;
    if (cell.length <= 40 && meaningsOf(cell).length > 0) known += 1;
  }
  return filled >= 2 ? known : 0;
}

function unknownHeader(grid: Grid, first: number): number {
  const width = filledCount(grid.records[first]);
  for (let index = first - 1; index >= Math.max(0, first - 3); index -= 1) {
    const record = grid.records[index];
    if (record === undefined || isBlank(record)) continue;
    const cells = record.cells.map(bare).filter((cell) => cell !== '');
    const onlyWords = cells.every((cell) => /\p{L}/u.test(cell) && amountToken(cell) === undefined);
    return cells.length >= Math.max(2, width) && onlyWords && cells.every((cell) => cell.length <= 40)
      ? index
      : -1;
  }
  return -1;
}

function filledCount(record: TextRecord | undefined): number {
  return record?.cells.filter((cell) => cell.trim() !== '').length ?? 0;
}

/** A line with an account's number and no amount, alone or beside the days of the file, is a heading. */
function isRowLike(record: TextRecord | undefined, width: number): boolean {
  if (record === undefined || record.cells.length !== width) return false;
  if (nzAccountIn(record.text) === undefined) return true;
  return record.cells.some((cell) => dateToken(cell) === undefined && amountToken(cell) !== undefined);
}

/** In a table without names, lines of a row's width above the first good row are damaged rows, not preamble. */
function firstOfNameless(grid: Grid, first: number): number {
  if (first <= 0) return 0;
  const width = grid.records[first]?.cells.length ?? 0;
  let start = first;
  while (start > 0 && width >= 3 && isRowLike(grid.records[start - 1], width)) start -= 1;
  return start;
}
