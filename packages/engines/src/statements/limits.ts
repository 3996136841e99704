import { cut } from './text/clean.ts';
import type { StatementFile } from './types.ts';

const PAYEE = 200;
const MEMO = 1000;
const REFERENCE = 140;
const RAW = 4000;

/** Cuts texts that no bank writes this long, so that no file can carry a book into a column. */
export function withinLimits(file: StatementFile): StatementFile {
  for (const statement of file.statements) {
    for (const row of statement.rows) {
      if (row.payee.length > PAYEE) {
        row.memo = row.memo === '' ? row.payee : `${row.payee} ${row.memo}`;
        row.payee = cut(row.payee, PAYEE).trimEnd();
      }
      if (row.memo.length > MEMO) row.memo = cut(row.memo, MEMO).trimEnd();
      if (row.reference.length > REFERENCE) row.reference = cut(row.reference, REFERENCE).trimEnd();
      if (row.raw.length > RAW) row.raw = cut(row.raw, RAW);
    }
  }
  return file;
}
