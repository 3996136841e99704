import { refused } from '../refusals.ts';
import { readTable } from '../table/read.ts';
import { bare } from '../text/clean.ts';
import type { Decoded } from '../text/encoding.ts';
import { decodeEntities } from '../text/entities.ts';
import type { ReadOptions, StatementFile } from '../types.ts';
import { holdsDayAndAmount } from './delimiter.ts';
import type { TextRecord } from './tokenize.ts';

const ROW = /<tr\b[^<>]*>/gi;
const CELL = /<t[dh]\b([^<>]*)>/gi;
const MOST_SPANNED = 64;

/**
 * The table in a web page: some banks send one under the name `.xls`, and a spreadsheet opens it as if it were. A page
 * without a day and an amount in any of its rows is no statement, but rather the bank's sign-in page.
 */
export function readHtml(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const records = htmlRecords(decoded.text);
  if (!records.some((record) => holdsDayAndAmount(record.cells))) {
    throw refused('not_a_statement', 'The file is a web page, perhaps your bank’s sign-in page.', 1);
  }
  const { encoding, reason, confidence } = decoded;
  const mapping = { encoding, delimiter: '\t', because: { encoding: { reason, confidence } } };
  return readTable({ records, source: 'csv' }, { options, mapping });
}

/** Cut by its tags alone: nothing else of a page matters here, and banks leave out the tags that end cells. */
function htmlRecords(page: string): TextRecord[] {
  const starts = [...page.matchAll(ROW)].map((match) => match.index);
  const records: TextRecord[] = [];
  let [line, from] = [1, 0];
  for (const [position, start] of starts.entries()) {
    line += page.slice(from, start).split('\n').length - 1;
    from = start;
    const rest = page.slice(start, starts[position + 1]);
    const end = rest.search(/<\/(?:tr|table)\b/i);
    const cells = cellsOf(end === -1 ? rest : rest.slice(0, end));
    if (cells.some((cell) => cell !== '')) records.push({ line, cells, text: cells.join('\t') });
  }
  const last = records[records.length - 1];
  if (last !== undefined && !/<\/(?:tr|table|html)\s*>/i.test(page.slice(from))) last.isUnended = true;
  return records;
}

/** A cell that spans columns stands in the first of them. */
function cellsOf(row: string): string[] {
  const starts = [...row.matchAll(CELL)];
  return starts.flatMap((match, index) => {
    const inside = row.slice(match.index + match[0].length, starts[index + 1]?.index);
    const words = inside.replace(/<br\b[^<>]*>/gi, ' ').replace(/<[^<>]*>/g, '');
    const spanned = Number(/colspan\s*=\s*["']?(\d{1,3})/i.exec(match[1] ?? '')?.[1] ?? 1);
    const blanks = Math.max(0, Math.min(spanned, MOST_SPANNED) - 1);
    return [bare(decodeEntities(words)).replace(/\s+/g, ' '), ...Array.from({ length: blanks }, () => '')];
  });
}
