import type { Decoded } from '../text/encoding.ts';
import { readTable } from '../table/read.ts';
import type { CsvMapping, ReadOptions, StatementFile } from '../types.ts';
import { chooseDelimiter } from './delimiter.ts';
import { labelledRecords } from './labelled.ts';
import { tokenize } from './tokenize.ts';

/** Delimited text of any layout. Yields the share done, from 0 to 1. */
export function* readCsv(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const found = chooseDelimiter(decoded.text);
  const delimiter = options.mapping?.delimiter ?? found.delimiter;
  const mapping: CsvMapping = {
    encoding: decoded.encoding,
    delimiter,
    because: {
      encoding: { reason: decoded.reason, confidence: decoded.confidence },
      delimiter:
        options.mapping?.delimiter === undefined
          ? { reason: found.reason, confidence: found.confidence }
          : { reason: 'You chose it.', confidence: 1 },
    },
  };
  const labelled = found.rows === 0 ? labelledRecords(decoded.text) : undefined;
  if (labelled !== undefined)
    return yield* readTable({ records: labelled, source: 'csv' }, { options, mapping });
  const total = decoded.text.length || 1;
  const steps = tokenize(decoded.text, delimiter);
  let step = steps.next();
  while (step.done !== true) {
    yield (0.1 * step.value) / total;
    step = steps.next();
  }
  const records = found.announced ? step.value.slice(1) : step.value;
  return yield* readTable({ records, source: 'csv' }, { options, mapping });
}
