import type { TextRecord } from '../csv/tokenize.ts';

/** A table before anything is known about it: records of cells, from a CSV or a sheet. */
export type Grid = {
  records: readonly TextRecord[];
  source: 'csv' | 'xlsx';
};

/** Where in the grid the names and the rows stand; indexes into `records`. */
export type Region = {
  /** -1 when the table has no names. */
  header: number;
  /** First record that may be a row. */
  first: number;
  names: readonly string[];
};

/** Where the lines end that stand above the table. */
export function topOf(region: Region): number {
  return region.header === -1 ? region.first : region.header;
}

export function cellAt(record: TextRecord, column: number): string {
  return record.cells[column] ?? '';
}

export function isBlank(record: TextRecord): boolean {
  return record.cells.every((cell) => cell === '');
}
