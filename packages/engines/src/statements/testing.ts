import type { Day } from '@kinwise/core/days';
import { readStatements } from './read.ts';
import type { ReadOptions, ReadOutcome, Refusal, StatementFile, StatementRow } from './types.ts';

export const TODAY = '2026-11-22' as Day;

/** Reads a text or bytes to the end, as an account in New Zealand unless told otherwise. */
export function read(source: string | Uint8Array, options: Partial<ReadOptions> = {}): ReadOutcome {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const steps = readStatements(bytes, { currency: 'NZD', today: TODAY, ...options });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function fileOf(source: string | Uint8Array, options: Partial<ReadOptions> = {}): StatementFile {
  const outcome = read(source, options);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.file;
}

export function refusalOf(source: string | Uint8Array, options: Partial<ReadOptions> = {}): Refusal {
  const outcome = read(source, options);
  if (outcome.ok) throw new Error('was read, though it should be refused');
  return outcome.refusal;
}

/** All rows of all statements as `day amount payee`, in the file's order. */
export function shown(file: StatementFile): string[] {
  return rowsOf(file).map((row) => `${row.on} ${row.amount_minor} ${row.payee}`);
}

export function rowsOf(file: StatementFile): StatementRow[] {
  return file.statements.flatMap((statement) => statement.rows);
}

export function rejectedOf(file: StatementFile): string[] {
  return file.statements.flatMap((statement) => statement.rejected.map((row) => `${row.line} ${row.code}`));
}

export function warningsOf(file: StatementFile): string[] {
  return file.warnings.map((warning) => warning.code);
}

/** Letters of a single-byte alphabet as bytes. `table` maps each letter beyond ASCII to its byte. */
export function encoded(text: string, table: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text].map((letter) => table[letter] ?? letter.charCodeAt(0)));
}
