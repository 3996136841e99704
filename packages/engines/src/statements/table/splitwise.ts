import { amountToken, minorOf } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { chooseDateOrder } from '../date-order.ts';
import { dateToken, dayOf } from '../dates.ts';
import { cleanText, excerpt, plainWords } from '../text/clean.ts';
import type {
  ColumnRole,
  CsvMapping,
  ReadOptions,
  RejectedRow,
  Statement,
  StatementFile,
  StatementRow,
  Warning,
} from '../types.ts';
import { checkBalance } from '../balance-check.ts';
import { isSplitwise } from './apps.ts';
import type { TableFacts } from './columns.ts';
import { cutRow, endOf, endWarning } from './end.ts';
import { cellAt, type Grid, isBlank, type Region } from './grid.ts';

export type SplitwiseContext = {
  grid: Grid;
  region: Region;
  facts: TableFacts;
  options: ReadOptions;
  mapping: CsvMapping;
};

/**
 * A Splitwise group: a statement for each person and currency, as the ledger of what that person is owed. A row moves
 * it up by what the person paid for others and down by what others paid for them; rows that leave it still are left out.
 */
export function readSplitwise(context: SplitwiseContext): StatementFile {
  const { grid, region, options, mapping } = context;
  const layout = layoutOf(region);
  const ledger: Ledger = { statements: new Map(), rejected: [], warnings: [] };
  const tokens = context.facts.rows.flatMap((index) => tokenAt(grid.records[index], layout.date) ?? []);
  const { order } = chooseDateOrder(tokens, {
    today: options.today,
    known: 'ymd',
    currency: options.currency,
  });
  const rows: TextRecord[] = [];
  for (const record of grid.records.slice(region.first)) {
    if (isBlank(record)) continue;
    if (!isCut(record, { rows, layout, ledger, width: region.names.length }))
      readRecord(record, { layout, ledger, options, order });
    rows.push(record);
  }
  const statements = [...ledger.statements.values()];
  const first = statements[0];
  if (first !== undefined) first.rejected = ledger.rejected;
  for (const statement of statements) checkBalance(statement, ledger.warnings);
  return {
    format: 'splitwise',
    encoding: mapping.encoding ?? 'utf-8',
    layout: `splitwise ${layout.people.length}`,
    mapping: {
      ...mapping,
      header_line: grid.records[region.header]?.line ?? 1,
      date_order: order,
      decimal_mark: '.',
    },
    columns: context.facts.columns.map((column) => ({ name: column.name, samples: column.samples })),
    statements: first === undefined ? [emptyStatement(ledger.rejected, options.currency)] : statements,
    warnings: ledger.warnings,
  };
}

type Layout = {
  date: number;
  description: number;
  category: number;
  cost: number;
  currency: number;
  people: { column: number; name: string }[];
};

type Ledger = { statements: Map<string, Statement>; rejected: RejectedRow[]; warnings: Warning[] };
type Reading = { layout: Layout; ledger: Ledger; options: ReadOptions; order: 'dmy' | 'mdy' | 'ymd' | 'ydm' };

function emptyStatement(rejected: RejectedRow[], currency: string): Statement {
  return { currency, rows: [], rejected, account: { kind: 'shared' } };
}

function layoutOf(region: Region): Layout {
  const at = (name: string) => region.names.findIndex((one) => plainWords(one) === name);
  const isTranslated = isSplitwise(region.names);
  const known = ['date', 'description', 'category', 'cost', 'currency'].map((name, index) =>
    isTranslated ? index : at(name),
  );
  const [date = -1, description = -1, category = -1, cost = -1, currency = -1] = known;
  const people = region.names
    .map((name, column) => ({ name, column }))
    .filter(({ name, column }) => name !== '' && !known.includes(column));
  return { date, description, category, cost, currency, people };
}

/** Rejects a last line that is only a part of itself. */
function isCut(
  record: TextRecord,
  { rows, layout, ledger, width }: { rows: TextRecord[]; layout: Layout; ledger: Ledger; width: number },
): boolean {
  if (!record.isUnended && !record.isOpen) return false;
  const roles: Record<number, ColumnRole> = { [layout.cost]: 'amount', [layout.currency]: 'currency' };
  for (const { column } of layout.people) roles[column] = 'person';
  const currency = cellAt(record, layout.currency).toUpperCase();
  const end = endOf(record, { rows, width, roles, mark: '.', currency });
  if (record.isUnended) ledger.warnings.push(...endWarning(record, end));
  if (end === 'cut') ledger.rejected.push(cutRow(record));
  return end === 'cut';
}

function tokenAt(record: TextRecord | undefined, column: number) {
  return record === undefined ? undefined : dateToken(cellAt(record, column));
}

function readRecord(record: TextRecord, reading: Reading): void {
  const { layout, ledger, options, order } = reading;
  const reject = (code: string, message: string) =>
    ledger.rejected.push({ line: record.line, text: excerpt(record.text, 200), code, message });
  const token = tokenAt(record, layout.date);
  const on = token === undefined ? undefined : dayOf(token, order, options.today);
  if (token !== undefined && on === undefined)
    return void reject('impossible_day', `There is no day “${excerpt(cellAt(record, layout.date), 40)}”.`);
  if (on === undefined) return void reject('no_day', 'It has no day where the other rows have theirs.');
  const currency = cellAt(record, layout.currency).toUpperCase() || options.currency;
  const people = layout.people.map(({ column, name }) => ({
    name,
    amount_minor: minorAt(record, column, currency),
  }));
  const known = people.filter(
    (person): person is { name: string; amount_minor: bigint } => person.amount_minor !== undefined,
  );
  if (known.length !== people.length)
    return void reject('unreadable_amount', 'The share of one person is no amount.');
  const description = cleanText(cellAt(record, layout.description));
  const cost = minorAt(record, layout.cost, currency);
  if (cost === undefined) {
    if (/^total balance$/i.test(description) || isTotal(known, ledger, currency))
      closeBalances(known, { ledger, currency, on });
    else reject('no_amount', 'It has no cost.');
    return;
  }
  const category = cleanText(cellAt(record, layout.category));
  const base = {
    line: record.line,
    on,
    currency,
    payee: description,
    memo: '',
    reference: '',
    raw: record.text,
  };
  const row = { ...base, category, kind: /^payment$/i.test(category) ? 'payment' : 'expense' };
  const shared = { cost_minor: cost, people: known };
  for (const person of known) {
    const statement = statementOf(ledger, person.name, currency);
    if (person.amount_minor !== 0n)
      statement.rows.push({ ...row, amount_minor: person.amount_minor, shared } satisfies StatementRow);
  }
}

/** In any language: the line without a cost that says of everybody what the lines above come to. */
function isTotal(
  people: readonly { name: string; amount_minor: bigint }[],
  ledger: Ledger,
  currency: string,
): boolean {
  return people.every(({ name, amount_minor }) => {
    const rows = ledger.statements.get(`${name}\n${currency}`)?.rows ?? [];
    return rows.reduce((sum, row) => sum + row.amount_minor, 0n) === amount_minor;
  });
}

function minorAt(record: TextRecord, column: number, currency: string): bigint | undefined {
  const token = amountToken(cellAt(record, column));
  const size = token === undefined ? undefined : minorOf(token.digits, '.', currency)?.minor;
  if (token === undefined || size === undefined) return undefined;
  return token.negative ? -size : size;
}

function statementOf(ledger: Ledger, name: string, currency: string): Statement {
  const key = `${name}\n${currency}`;
  const statement = ledger.statements.get(key) ?? {
    account: { name, kind: 'shared' as const },
    currency,
    rows: [],
    rejected: [],
  };
  ledger.statements.set(key, statement);
  return statement;
}

/** The last line of an export says what each person is owed; a group begins with nobody owing anything. */
function closeBalances(
  people: readonly { name: string; amount_minor: bigint }[],
  context: { ledger: Ledger; currency: string; on: NonNullable<ReturnType<typeof dayOf>> },
): void {
  for (const person of people) {
    const statement = statementOf(context.ledger, person.name, context.currency);
    statement.opening = { amount_minor: 0n, on: statement.rows[0]?.on ?? context.on };
    statement.closing = { amount_minor: person.amount_minor, on: context.on };
  }
}
