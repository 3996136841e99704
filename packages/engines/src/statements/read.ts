import { readCsv } from './csv/read.ts';
import { RefusedFile, refused } from './refusals.ts';
import { sniff } from './sniff.ts';
import { decodeText } from './text/encoding.ts';
import type { Progress, ReadOptions, ReadOutcome, StatementFile } from './types.ts';

/** The largest file that is read at all. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a bank's or app's file of any known kind: bytes in, statements out. Pure and synchronous in steps: each `next()`
 * does a little, so that a caller can report progress and let others run. Never throws for what a file may hold: a
 * damaged row is rejected alone with its line and reason, and a file that cannot be read is refused with the line,
 * what is wrong and what to do.
 */
export function* readStatements(bytes: Uint8Array, options: ReadOptions): Generator<Progress, ReadOutcome> {
  const total = bytes.length;
  try {
    const steps = stepsFor(bytes, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { ok: true, file: step.value };
      yield { done: Math.min(total, Math.round(step.value * total)), total };
    }
  } catch (problem) {
    if (problem instanceof RefusedFile) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

function stepsFor(bytes: Uint8Array, options: ReadOptions): Generator<number, StatementFile> {
  if (bytes.length === 0) throw refused('empty_file', 'The file is empty (0 bytes).');
  if (bytes.length > MAX_FILE_BYTES) {
    throw refused('too_large', `The file has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} are read.`);
  }
  const kind = sniff(bytes);
  const decoded = decodeText(bytes, { forced: options.mapping?.encoding, currency: options.currency });
  if (decoded.text.trim() === '') throw refused('empty_file', 'The file holds only empty lines.');
  if (kind === 'binary') throw refused('not_a_statement', 'The file is not text and no spreadsheet.');
  return readCsv(decoded, options);
}
