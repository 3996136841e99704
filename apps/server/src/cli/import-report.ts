/** What `kinwise import` writes: the file, each of its statements, and every line that is no row. */
import { importSchema } from '../intake/imports/imports.schema.ts';
import type { WireImport } from '../intake/imports/imports.schema.ts';

type Statement = WireImport['statements'][number];

/** A line of the file that is no row. */
export type Rejected = {
  readonly statement: number;
  readonly line: number;
  readonly reason: string;
  readonly text: string | null;
};

export type Report = {
  readonly preview: WireImport;
  readonly rejected: readonly Rejected[];
  /** Names of accounts by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** What else is worth saying of a statement, by its index. */
  readonly notes: ReadonlyMap<number, string>;
};

export function reportOf(report: Report): string {
  const { preview } = report;
  const { statements } = preview;
  const lines = [
    [`${preview.file_name}: ${preview.format}`, preview.bank, preview.encoding].filter(Boolean).join(', '),
    ...preview.warnings.map(({ line, message }) => `  note: ${atLine(line)}${message}`),
    ...statements.flatMap((statement) => statementLines(statement, report)),
    ...(statements.length === 1 ? [] : totalLines(preview)),
  ];
  return `${lines.map(plain).join('\n')}\n`;
}

/** The import as the API answers it. */
export function jsonOf(import_: WireImport): string {
  return `${JSON.stringify(importSchema.parse(import_), null, 2)}\n`;
}

/** Why a file was not read: the line, what is wrong, the cure and the code. */
export function refusalOf({ code, line, message, cure }: NonNullable<WireImport['refusal']>): string {
  return `${atLine(line)}${message} ${cure} (${code})`;
}

/** Texts of a file may hold anything; what commands a terminal is no text. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

function statementLines(statement: Statement, { rejected, names, notes }: Report): string[] {
  const { index, account_hint: hint, account_id, skip } = statement;
  const home = account_id === null ? undefined : names.get(account_id);
  const where = skip ? 'left out' : home === undefined ? 'goes to no account yet' : `goes to "${home}"`;
  const what =
    [statement.file_name, hint.name, hint.number_masked, hint.kind].filter(Boolean).join(', ') ||
    'no account named';
  const { sum_in, sum_out, sum, first_on, last_on, currency, counts } = statement;
  const note = notes.get(index);
  return [
    `statement ${index + 1}: ${what}: ${where}`,
    `  rows     ${countsOf(counts)}`,
    `  money    in ${sum_in}, out ${sum_out}, sum ${sum} ${currency ?? ''}`,
    `  days     ${first_on === null ? 'none' : `${first_on} to ${last_on}`}`,
    ...balanceLines(statement),
    ...[...statement.warnings.map(({ message }) => message), ...(note === undefined ? [] : [note])].map(
      (message) => `  note     ${message}`,
    ),
    ...rejected.flatMap((row) => (row.statement === index ? [rejectedLine(row)] : [])),
  ];
}

const STATES = [
  'new',
  'transfer',
  'possible_duplicate',
  'replaces_pending',
  'duplicate',
  'rejected',
] as const;

function countsOf(counts: WireImport['counts']): string {
  const states = STATES.flatMap((state) =>
    counts[state] === 0 ? [] : [`${state.replaceAll('_', ' ')} ${counts[state]}`],
  );
  return states.length === 0 ? `${counts.total}` : `${counts.total}: ${states.join(', ')}`;
}

function balanceLines({ opening_balance, closing_balance, closing_on, balance_check }: Statement): string[] {
  const parts = [
    ...(opening_balance === null ? [] : [`opening ${opening_balance}`]),
    ...(closing_balance === null ? [] : [`closing ${closing_balance} on ${closing_on}`]),
  ];
  if (parts.length === 0) return [];
  const differs = balance_check !== null && /[1-9]/.test(balance_check.difference);
  const ours = differs
    ? [
        `  note     With these rows the account ends that day at ${balance_check.balance_after_commit}; the difference is ${balance_check.difference}.`,
      ]
    : [];
  return [`  balance  ${parts.join(', ')}`, ...ours];
}

function rejectedLine({ line, reason, text }: Rejected): string {
  const shown = (text ?? '').length > 100 ? `${text?.slice(0, 99)}…` : (text ?? '');
  return `  line ${line} is no row: ${reason}${shown === '' ? '' : ` | ${shown}`}`;
}

/** What the statements come to together, for each currency by itself. */
function totalLines({ statements, by_currency, counts }: WireImport): string[] {
  return [
    `together: ${statements.length} statements, rows ${countsOf(counts)}`,
    ...by_currency.map(
      (one) => `  money    in ${one.sum_in}, out ${one.sum_out}, sum ${one.sum} ${one.currency ?? ''}`,
    ),
  ];
}

function atLine(line: number | undefined): string {
  return line === undefined ? '' : `line ${line}: `;
}
