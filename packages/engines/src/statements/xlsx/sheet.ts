import type { TextRecord } from '../csv/tokenize.ts';
import { bare } from '../text/clean.ts';
import { nodeAt, nodesAt, parseXml, textAt, textsAt, type XmlNode } from '../xml.ts';

const LISTS = new Set(['si', 'r', 'row', 'c', 'xf', 'numFmt', 'sheet', 'Relationship']);
/** Spreadsheets count days from here; the first two months of 1900 are never asked for. */
const EPOCH_DAYS = 25_569;
const EPOCH_1904_DAYS = 24_107;

export type Workbook = {
  strings: string[];
  /** Which cell styles show a date. */
  dates: boolean[];
  from1904: boolean;
  sheets: { name: string; path: string }[];
};

/** What all sheets of a workbook share. `part` gives the text of a file in the archive, or undefined. */
export function readWorkbook(part: (path: string) => string | undefined): Workbook {
  const book = nodeAt(parse(part('xl/workbook.xml')), 'workbook');
  const relations = nodesAt(
    nodeAt(parse(part('xl/_rels/workbook.xml.rels')), 'Relationships'),
    'Relationship',
  );
  const targets = new Map(relations.map((one) => [textAt(one, '@Id'), textAt(one, '@Target')]));
  const sheets = nodesAt(nodeAt(book, 'sheets'), 'sheet')
    .filter((sheet) => !/hidden/i.test(textAt(sheet, '@state')))
    .map((sheet) => ({
      name: textAt(sheet, '@name'),
      path: pathOf(targets.get(textAt(sheet, '@id')) ?? ''),
    }));
  const strings = nodesAt(nodeAt(parse(part('xl/sharedStrings.xml')), 'sst'), 'si').map(stringOf);
  const from1904 = /^(?:1|true)$/.test(textAt(book, 'workbookPr', '@date1904'));
  return { strings, dates: dateStyles(nodeAt(parse(part('xl/styles.xml')), 'styleSheet')), from1904, sheets };
}

function parse(text: string | undefined): XmlNode {
  return text === undefined ? {} : parseXml(text, LISTS);
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** A text of one run or of several with formats of their own. */
function stringOf(node: XmlNode): string {
  const runs = nodesAt(node, 'r');
  return runs.length === 0 ? textsAt(node, 't').join('') : runs.flatMap((run) => textsAt(run, 't')).join('');
}

function dateStyles(styles: XmlNode | undefined): boolean[] {
  const custom = new Map(
    nodesAt(nodeAt(styles, 'numFmts'), 'numFmt').map((one) => [
      textAt(one, '@numFmtId'),
      textAt(one, '@formatCode'),
    ]),
  );
  return nodesAt(nodeAt(styles, 'cellXfs'), 'xf').map((style) => {
    const id = textAt(style, '@numFmtId');
    const code = custom.get(id);
    return code === undefined ? isBuiltInDate(Number(id)) : isDateCode(code);
  });
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function isDateCode(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** Rows of a sheet as records; the line is the row's number. */
export function readSheet(text: string, book: Workbook): TextRecord[] {
  const rows = nodesAt(nodeAt(parse(text), 'worksheet', 'sheetData'), 'row');
  const records: TextRecord[] = [];
  for (const [index, row] of rows.entries()) {
    const cells: string[] = [];
    for (const [position, cell] of nodesAt(row, 'c').entries()) {
      const column = columnOf(textAt(cell, '@r')) ?? position;
      if (column > 500) continue;
      cells[column] = bare(valueOf(cell, book));
    }
    const filled = Array.from(cells, (cell) => cell ?? '');
    if (filled.every((cell) => cell === '')) continue;
    records.push({ line: Number(textAt(row, '@r')) || index + 1, cells: filled, text: filled.join('\t') });
  }
  return records;
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function valueOf(cell: XmlNode, book: Workbook): string {
  const type = textAt(cell, '@t');
  const value = textAt(cell, 'v');
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return stringOf(nodeAt(cell, 'is') ?? {});
  if (type === 'd') return value.slice(0, 10);
  if (type !== '' && type !== 'n') return type === 'e' ? '' : value;
  if (value === '') return '';
  const isDate = book.dates[Number(textAt(cell, '@s') || '0')] === true;
  return isDate ? dayText(Number(value), book.from1904) : numberText(value);
}

/** Spreadsheets keep 25.26 as 25.260000000000002; fifteen digits are what they mean. */
function numberText(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number) || Number.isInteger(number)) return value.replace(/\.0+$/, '');
  const text = String(Number(number.toPrecision(15)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A day number as `YYYY-MM-DD`, by counting eras of 400 years (no clock, no time zone). */
function dayText(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) - (from1904 ? EPOCH_1904_DAYS : EPOCH_DAYS) + 719_468;
  if (!Number.isFinite(days) || days < 0 || days > 1_100_000) return '';
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * part + 2) / 5) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
