import { linesOf } from '../csv/tokenize.ts';
import { endsWithLine } from '../cut-off.ts';
import { joinTexts } from '../text/clean.ts';
import type { AccountKind, DateOrder, StatementAccount } from '../types.ts';

export type Field = { code: string; value: string };

/** One record of a register, up to its `^`. */
export type QifRecord = {
  line: number;
  fields: Field[];
  account: StatementAccount | undefined;
  text: string;
  /** The file ends without the `^` of this record: behind a whole line of it, or anywhere. */
  end?: 'unmarked' | 'cut' | undefined;
};

export type QifFile = {
  records: QifRecord[];
  /** How many records of other sections were left out, by section. */
  skipped: Map<string, number>;
  /** A register was opened, even if nothing stands in it. */
  hasRegister: boolean;
  /** The order of day and month, where the program says it. */
  order?: DateOrder | undefined;
  /** Line of a last record that has no end. Some programs leave out the last `^`, but never the end of the line. */
  unendedLine?: number | undefined;
};

const REGISTERS: Readonly<Record<string, AccountKind | undefined>> = {
  bank: 'everyday',
  cash: 'cash',
  ccard: 'credit',
  'oth a': undefined,
  'oth l': 'loan',
};

type State = {
  file: QifFile;
  section: string;
  account: StatementAccount | undefined;
  current: QifRecord | undefined;
};

/** Cuts a QIF file into the records of its bank, card and cash registers. Yields the lines done. */
export function* readRecords(text: string): Generator<number, QifFile> {
  const lines = linesOf(text);
  const file: QifFile = { records: [], skipped: new Map(), hasRegister: false };
  const state: State = { file, section: '', account: undefined, current: undefined };
  // What has been cut out of a longer file begins with a record.
  if (!/^[ \t]*!/m.test(text)) startSection('!Type:Bank', state);
  for (const [index, whole] of lines.entries()) {
    if ((index & 4095) === 4095) yield index / lines.length;
    const line = whole.trimStart();
    if (line === '') continue;
    if (line.startsWith('!')) startSection(line, state);
    else if (line.startsWith('^')) endRecord(state);
    else addField(line, index + 1, state);
  }
  endFile(state, endsWithLine(text));
  return file;
}

function endFile(state: State, endsInLine: boolean): void {
  const record = state.current;
  if (record !== undefined) {
    record.end = endsInLine ? 'unmarked' : 'cut';
    if (state.section in REGISTERS || !endsInLine) state.file.unendedLine = record.line;
  }
  endRecord(state);
}

function startSection(line: string, state: State): void {
  endRecord(state);
  const type = /^!\s*type\s*:\s*(.+?)\s*$/i.exec(line)?.[1]?.toLowerCase();
  const order = /^!\s*option\s*:\s*(dmy|mdy|ymd)\b/i.exec(line)?.[1]?.toLowerCase();
  if (order !== undefined) state.file.order = order as DateOrder;
  if (type !== undefined) {
    state.section = type;
    if (type in REGISTERS) {
      state.file.hasRegister = true;
      // Without a name, a register of another kind is another account.
      const known = state.account?.name === undefined ? undefined : state.account;
      state.account = { kind: REGISTERS[type], ...known };
    }
  } else if (/^!\s*account/i.test(line)) {
    state.section = 'account';
    state.account = undefined;
  }
}

function addField(line: string, number: number, state: State): void {
  state.current ??= { line: number, fields: [], account: undefined, text: '' };
  state.current.fields.push({ code: line.slice(0, 1), value: line.slice(1) });
  state.current.text += state.current.text === '' ? line : `\n${line}`;
}

function endRecord(state: State): void {
  const record = state.current;
  state.current = undefined;
  if (record === undefined) return;
  if (state.section === 'account' && !isEntry(record)) {
    const name = fieldOf(record, 'N');
    const kind = REGISTERS[fieldOf(record, 'T').toLowerCase()];
    state.account = name === '' ? undefined : { name, kind };
  } else if (state.section in REGISTERS || state.section === 'account') {
    state.file.hasRegister = true;
    state.file.records.push({ ...record, account: state.account });
  } else {
    state.file.skipped.set(state.section, (state.file.skipped.get(state.section) ?? 0) + 1);
  }
}

/** Some programs let the rows follow their account at once. Its own record has words where a row has its amount. */
function isEntry(record: QifRecord): boolean {
  return /^[-+(.\d]/.test(fieldOf(record, 'T')) && /\d/.test(fieldOf(record, 'D'));
}

/** All fields of a code as one text: some programs give a longer memo a line for each part. */
export function textOf(record: QifRecord, code: string): string {
  return joinTexts(record.fields.filter((field) => field.code === code).map((field) => field.value));
}

/** The first field of a code, trimmed; empty when there is none. */
export function fieldOf(record: QifRecord, code: string): string {
  return record.fields.find((field) => field.code === code)?.value.trim() ?? '';
}
