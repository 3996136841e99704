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
        row.payee = row.payee.slice(0, PAYEE).trimEnd();
      }
      if (row.memo.length > MEMO) row.memo = row.memo.slice(0, MEMO).trimEnd();
      if (row.reference.length > REFERENCE) row.reference = row.reference.slice(0, REFERENCE).trimEnd();
      if (row.raw.length > RAW) row.raw = row.raw.slice(0, RAW);
    }
  }
  return file;
}
