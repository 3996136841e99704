import { endsWithLine } from '../cut-off.ts';
import { bare } from '../text/clean.ts';

/**
 * Cuts delimited text into records. Own code rather than a CSV library because a damaged row must fail alone: libraries
 * let one lost quote swallow the rest of the file, and do not tell on which line a record began.
 */
export type TextRecord = {
  /** Line of the file, from 1, where the record begins. */
  line: number;
  /** Without invisible marks and outer spaces. */
  cells: string[];
  /** The record as it stands in the file. */
  text: string;
  /** It is the last one, and the file ends without the end of its line. */
  isUnended?: true;
  /** A quoted field in it is not closed anywhere in the file. */
  isOpen?: true;
};

/** A quoted field may run over this many lines; a longer one is a lost quote. */
const MAX_LINES_IN_FIELD = 12;
/** No statement has more columns; a line that seems to is noise. */
const MAX_CELLS = 512;

/** All records of the text, empty lines left out. Yields the characters done every few thousand lines. */
export function* tokenize(text: string, delimiter: string): Generator<number, TextRecord[]> {
  const lines = linesOf(text);
  const records: TextRecord[] = [];
  let done = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    done += line.length + 1;
    if ((index & 4095) === 4095) yield done;
    if (line.trim() === '') continue;
    const record = recordAt(lines, index, delimiter);
    const row: TextRecord = { line: index + 1, cells: record.cells.map(bare), text: record.text };
    if (record.open === true) row.isOpen = true;
    if (index + record.lines === lines.length && !endsWithLine(text)) row.isUnended = true;
    records.push(row);
    for (let extra = 1; extra < record.lines; extra += 1) done += (lines[index + extra] ?? '').length + 1;
    index += record.lines - 1;
  }
  return records;
}

/** Lines without their ends: LF, CRLF, a stray CR before either, or CR alone where a file has no LF. */
export function linesOf(text: string): string[] {
  const lines = text.split(text.includes('\n') ? '\n' : '\r');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    let end = line.length;
    while (end > 0 && line.charCodeAt(end - 1) === 13) end -= 1;
    if (end !== line.length) lines[index] = line.slice(0, end);
  }
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

type Cells = { cells: string[]; text: string; lines: number; open?: boolean };

function recordAt(lines: readonly string[], index: number, delimiter: string): Cells {
  const line = lines[index] ?? '';
  if (!line.includes('"')) return { cells: line.split(delimiter, MAX_CELLS), text: line, lines: 1 };
  const alone = cut(line, delimiter);
  if (!alone.open) return { cells: alone.cells, text: line, lines: 1 };
  let joined = line;
  let open = !alone.sloppy && index + MAX_LINES_IN_FIELD > lines.length;
  for (let extra = 1; extra < MAX_LINES_IN_FIELD && index + extra < lines.length; extra += 1) {
    const next = lines[index + extra] ?? '';
    joined += `\n${next}`;
    if (!next.includes('"')) continue;
    const attempt = cut(joined, delimiter);
    open &&= !attempt.sloppy;
    if (attempt.sloppy) break;
    if (!attempt.open) return { cells: attempt.cells, text: joined, lines: extra + 1 };
  }
  return { cells: line.split(delimiter, MAX_CELLS).map(unquoted), text: line, lines: 1, open };
}

function unquoted(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith('"') && trimmed.endsWith('"') && trimmed.length > 1 ? trimmed.slice(1, -1) : cell;
}

type Cut = {
  cells: string[];
  /** The last quoted field was not closed. */
  open: boolean;
  /** A quote stood inside a quoted field without being doubled. */
  sloppy: boolean;
};

function cut(text: string, delimiter: string): Cut {
  const cells: string[] = [];
  let sloppy = false;
  let position = 0;
  for (;;) {
    const start = skipSpaces(text, position, delimiter);
    if (text[start] !== '"') {
      const end = text.indexOf(delimiter, position);
      cells.push(withoutLostQuote(end === -1 ? text.slice(position) : text.slice(position, end)));
      if (end === -1 || cells.length >= MAX_CELLS) return { cells, open: false, sloppy };
      position = end + delimiter.length;
      continue;
    }
    const field = quotedField(text, start + 1, delimiter);
    cells.push(field.value);
    sloppy ||= field.sloppy;
    if (field.end === -1) return { cells, open: true, sloppy };
    if (field.end >= text.length || cells.length >= MAX_CELLS) return { cells, open: false, sloppy };
    position = field.end + delimiter.length;
  }
}

/** A cell that only ends in a quote has lost the one it began with. */
function withoutLostQuote(cell: string): string {
  return cell.endsWith('"') && cell.indexOf('"') === cell.length - 1 ? cell.slice(0, -1) : cell;
}

function skipSpaces(text: string, position: number, delimiter: string): number {
  let index = position;
  while (text[index] === ' ' || (text[index] === '\t' && delimiter !== '\t')) index += 1;
  return index;
}

/** Reads from behind the opening quote; `end` is where the delimiter stands, the text's length, or -1 when never closed. */
function quotedField(text: string, start: number, delimiter: string) {
  let value = '';
  let sloppy = false;
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { value: value + text.slice(from), end: -1, sloppy };
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const after = skipSpaces(text, quote + 1, delimiter);
    if (after >= text.length || text.startsWith(delimiter, after)) return { value, end: after, sloppy };
    sloppy = true;
    value += '"';
    from = quote + 1;
  }
}
