/** An archive with several files, as banks hand out the statements of many days: one file with all their statements. */
import { RefusedFile, refused } from './refusals.ts';
import { cleanText, cut } from './text/clean.ts';
import type { StatementFile, Warning } from './types.ts';

/** As many statements as a person can be asked about at once. */
const MOST_STATEMENTS = 500;

type Reader = (bytes: Uint8Array, fileName: string) => Generator<number, StatementFile>;
type Part = { readonly name: string; readonly file: StatementFile };

/** Refusals of what holds no entries, such as a letter beside them or a day on which nothing moved: left out, and said so. */
const HOLDS_NOTHING = new Set([
  'pdf',
  'not_a_statement',
  'empty_file',
  'no_statement',
  'no_transactions',
  'no_rows',
]);

/** Reads each of the files. One that may hold entries and cannot be read refuses the whole: nothing comes in by half. */
export function* readBundle(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
  read: Reader,
): Generator<number, StatementFile> {
  const parts: Part[] = [];
  const leftOut: Warning[] = [];
  for (const [index, [path, bytes]] of files.entries()) {
    const name = shownName(path);
    try {
      const steps = read(bytes, path);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) yield (index + step.value) / files.length;
      parts.push({ name, file: step.value });
    } catch (problem) {
      if (!(problem instanceof RefusedFile)) throw problem;
      const { code, message } = problem.refusal;
      if (!HOLDS_NOTHING.has(code)) throw within(name, problem);
      leftOut.push({ code: 'file_left_out', message: `"${name}" was left out. ${message}` });
    }
  }
  return joined(parts, leftOut);
}

function joined(parts: readonly Part[], leftOut: readonly Warning[]): StatementFile {
  const [first] = parts;
  if (first === undefined) {
    const many = leftOut.length === 1 ? 'one file, which' : `${leftOut.length} files, of which none`;
    throw refused('not_a_statement', `The archive holds ${many} is a statement.`);
  }
  const statements = parts.flatMap(({ name, file }) =>
    file.statements.map((statement) => ({
      ...statement,
      file: name,
      rejected: statement.rejected.map((row) => ({ ...row, message: `In "${name}": ${row.message}` })),
    })),
  );
  if (statements.length > MOST_STATEMENTS) {
    const message = `The archive holds ${statements.length} statements; at most ${MOST_STATEMENTS} are read at once.`;
    throw refused('too_large', message);
  }
  const files = parts.map(({ file }) => file);
  const isOne = (of: (file: StatementFile) => unknown): boolean =>
    files.every((file) => of(file) === of(first.file));
  // Of tables that are laid out alike, one mapping is meant for all; of others there is none to correct.
  const table: Partial<StatementFile> = isOne(({ layout }) => layout) ? first.file : {};
  const told = parts.flatMap(({ name, file }) =>
    file.warnings.map((warning) => ({ ...warning, message: `In "${name}": ${warning.message}` })),
  );
  const formats = [...new Set(files.map(({ format }) => format.toUpperCase()))].join(', ');
  const mixed = { code: 'several_formats', message: `The archive holds files of several kinds: ${formats}.` };
  return {
    format: first.file.format,
    encoding: first.file.encoding,
    bank: isOne(({ bank }) => bank?.id) ? first.file.bank : undefined,
    layout: table.layout,
    mapping: table.mapping,
    columns: table.columns,
    statements,
    warnings: [...(isOne(({ format }) => format) ? [] : [mixed]), ...leftOut, ...told],
  };
}

function within(name: string, { refusal }: RefusedFile): RefusedFile {
  const cure = `${refusal.cure} Or unpack the archive and choose its files one by one.`;
  return new RefusedFile({ ...refusal, message: `In "${name}": ${refusal.message}`, cure });
}

/** The last part of a path, without what commands a terminal or floods a page. */
function shownName(path: string): string {
  return cut(cleanText(path.split(/[/\\]/).at(-1) ?? ''), 100) || 'a file without a name';
}
