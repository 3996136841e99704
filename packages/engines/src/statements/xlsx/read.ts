import { holdsDayAndAmount } from '../csv/delimiter.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { refused } from '../refusals.ts';
import { readTable } from '../table/read.ts';
import type { ReadOptions, StatementFile } from '../types.ts';
import { readSheet, readWorkbook } from './sheet.ts';

/** Whether a file inside an archive belongs to a workbook and is needed for its values. */
export function isWorkbookPart(name: string): boolean {
  return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(
    name,
  );
}

/** A workbook's sheet with the most rows that hold a day and an amount. Yields the share done, from 0 to 1. */
export function* readXlsx(
  files: ReadonlyMap<string, Uint8Array>,
  options: ReadOptions,
): Generator<number, StatementFile> {
  const part = (path: string) => {
    const found = files.get(path) ?? files.get(path.replace(/^xl\//, ''));
    return found === undefined ? undefined : new TextDecoder('utf-8').decode(found);
  };
  const book = readWorkbook(part);
  yield 0.2;
  let best: TextRecord[] = [];
  let most = -1;
  for (const sheet of book.sheets) {
    const text = part(sheet.path);
    if (text === undefined) continue;
    const records = readSheet(text, book);
    const rows = records.reduce((count, record) => count + (holdsDayAndAmount(record.cells) ? 1 : 0), 0);
    if (rows > most) {
      most = rows;
      best = records;
    }
    yield 0.5;
  }
  if (best.length === 0) throw refused('no_rows', 'The workbook holds no sheet with values.');
  const steps = readTable({ records: best, source: 'xlsx' }, { options, mapping: { encoding: 'utf-8' } });
  let step = steps.next();
  while (step.done !== true) {
    yield 0.5 + step.value / 2;
    step = steps.next();
  }
  return step.value;
}
