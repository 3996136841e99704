import { type Bank, bankOfColumns } from '../banks.ts';
import { type OrderChoice, chooseDateOrder } from '../date-order.ts';
import { dateToken } from '../dates.ts';
import { refused } from '../refusals.ts';
import { excerpt, plainWords, cut } from '../text/clean.ts';
import type { CsvMapping, ReadOptions, Statement, StatementFile } from '../types.ts';
import { type App, appOf } from './apps.ts';
import { type ColumnFacts, gatherFacts, type TableFacts } from './columns.ts';
import { chooseCurrency, withOwnCurrency } from './currency.ts';
import { addDoubts } from './doubts.ts';
import { cutRow, endByRows, endUnder, endWarning, withoutLast } from './end.ts';
import { cellAt, type Grid, type Region, topOf } from './grid.ts';
import { findRegion, regionFromLines } from './header.ts';
import { settleMoney } from './money-columns.ts';
import { chooseDecimalMark, MinorColumns } from './numbers.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type Plan, planOf } from './plan.ts';
import { preambleText, readPreamble } from './preamble.ts';
import { columnOf, type Roles, rolesByContent, rolesByName, withChosenRoles } from './roles.ts';
import { readRows } from './rows.ts';
import { orderByDays, rowOrderOf } from './row-order.ts';
import { chooseSign, feeOf, isBefore, type SignChoice } from './sign.ts';
import { readSplitwise } from './splitwise.ts';
import { bankOfStatements, statementsOf } from './statements.ts';
import { withYears } from './years.ts';

export type TableContext = {
  options: ReadOptions;
  /** What was already decided about the text: encoding and delimiter, with reasons. */
  mapping: CsvMapping;
};

type Because = NonNullable<CsvMapping['because']>;

/** A table of any layout as statements. Yields the share done, from 0 to 1. */
export function* readTable(given: Grid, context: TableContext): Generator<number, StatementFile> {
  const { options } = context;
  const chosen = options.mapping ?? {};
  const because: Because = { ...context.mapping.because };
  const { grid: whole, warnings } = withYears(given, options);
  const known = endByRows(whole, (part) => planFor(part, options));
  const grid = known === 'cut' ? withoutLast(whole) : whole;
  const region = regionOf(grid, chosen, because);
  const facts = yield* part(gatherFacts(grid, region), grid.records.length, [0.1, 0.35]);
  const app = appFor(region, facts);
  if (app?.format === 'splitwise' && chosen.columns === undefined) {
    return readSplitwise({ grid: whole, region, facts, options, mapping: { ...context.mapping, because } });
  }
  const found = decide({ grid, region, facts, app, options, because });
  yield 0.5;
  const preamble = readPreamble(grid, topOf(region), {
    ...found,
    today: options.today,
  });
  const plan = planOf({ region, ...found, today: options.today });
  const end = known ?? endUnder(whole, plan, []);
  const rows = readRows(end === 'cut' ? withoutLast(whole) : whole, plan, warnings);
  const read = yield* part(rows, grid.records.length, [0.5, 0.95]);
  const newestFirst = found.rowOrder === 'newest_first';
  const statements = statementsOf(read, {
    preamble,
    currency: found.currency,
    isCurrencyAssumed: found.isCurrencyAssumed,
    newestFirst,
    signByBalance: found.sign === 'balance',
    isCard: found.sign === 'positive_out',
    warnings,
  });
  const last = whole.records[whole.records.length - 1];
  if (end === 'cut' && last !== undefined) statements[statements.length - 1]?.rejected.push(cutRow(last));
  if (last !== undefined) warnings.push(...endWarning(last, end));
  addDoubts(statements, { options, because, warnings });
  return {
    format: app?.format ?? grid.source,
    encoding: context.mapping.encoding ?? 'utf-8',
    bank: bankOf(region, preamble.bank, statements),
    layout: layoutOf(grid, region, context.mapping.delimiter ?? ''),
    mapping: mappingOf(context.mapping, { region, grid, found, because }),
    columns: columnsOfFile(facts),
    statements,
    warnings,
  };
}

/** How a part of a table would be read by itself. */
function planFor(grid: Grid, options: ReadOptions): Plan {
  const region = regionOf(grid, options.mapping ?? {}, {});
  const steps = gatherFacts(grid, region);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const facts = step.value;
  const found = decide({ grid, region, facts, app: appFor(region, facts), options, because: {} });
  return planOf({ region, ...found, today: options.today });
}

/** Words alone make no Splitwise export: a table of one's own has them too, but no column of amounts for each person. */
function appFor(region: Region, { columns }: TableFacts): App | undefined {
  const app = appOf(region.names);
  const isOwn =
    columns.some(({ filled }) => filled > 0) && columns.filter(({ amounts }) => amounts > 0).length < 2;
  return app?.format === 'splitwise' && isOwn ? undefined : app;
}

function* part<Result>(
  steps: Generator<number, Result>,
  total: number,
  [from, to]: readonly [number, number],
) {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + ((to - from) * step.value) / Math.max(1, total);
  }
}

function regionOf(grid: Grid, chosen: CsvMapping, because: Because): Region {
  const found = findRegion(grid);
  because.header_line = { reason: found.reason, confidence: found.confidence };
  if (chosen.header_line === undefined && chosen.first_line === undefined) return found;
  because.header_line = { reason: 'You chose it.', confidence: 1 };
  const header = chosen.header_line ?? (found.header === -1 ? 0 : grid.records[found.header]?.line);
  return regionFromLines(grid, header, chosen.first_line);
}

type Deciding = {
  grid: Grid;
  region: Region;
  facts: TableFacts;
  app: App | undefined;
  options: ReadOptions;
  because: Because;
};

function decide(given: Deciding) {
  const { grid, region, facts, options, because } = given;
  const chosen = options.mapping ?? {};
  const named = because_(because, 'currency', chooseCurrency(given));
  const { currency } = named;
  const mark =
    chosen.decimal_mark ?? because_(because, 'decimal_mark', chooseDecimalMark(grid, facts, currency)).mark;
  const minor = new MinorColumns(grid, facts.rows, { mark, currency });
  const { roles, parties } = rolesOf(given, minor);
  const order = chosen.date_order ?? because_(because, 'date_order', orderOf(given, roles, currency)).order;
  if (chosen.date_order !== undefined) because.date_order = CHOSEN;
  if (chosen.decimal_mark !== undefined) because.decimal_mark = CHOSEN;
  const about = [preambleText(grid, region.first), region.names.join(' '), options.fileName ?? ''].join('\n');
  const byDays = orderByDays(given, roles, { order, today: options.today });
  const money = { grid, facts, minor, roles, about, byDays };
  const seen = chooseSign(money);
  const own = given.app?.sign;
  const sign = signOf(chosen, because, own === undefined ? seen : { ...seen, ...OWN_SIGN, sign: own });
  const balanceIsBefore = isBefore(money, sign.proof);
  const rowOrder =
    chosen.row_order ??
    (balanceIsBefore ? byDays : undefined) ??
    rowOrderOf(given, { roles, order, proof: sign.proof });
  because.row_order = { reason: 'From the days and the running balance.', confidence: 0.9 };
  return {
    currency,
    isCurrencyAssumed: named.isAssumed,
    mark,
    roles,
    order,
    rowOrder,
    debitIsNegative: isNegative(facts.columns[columnOf(roles, 'debit') ?? -1]),
    creditIsNegative: isNegative(facts.columns[columnOf(roles, 'credit') ?? -1]),
    balanceIsBefore,
    fee: feeOf(money, sign),
    parties,
    sign: sign.sign,
    wordsIn: chosen.words_in ?? sign.words_in ?? [],
    wordsOut: chosen.words_out ?? sign.words_out ?? [],
    proof: sign.proof,
  };
}

const OWN_SIGN = { reason: 'The program that wrote the file always writes it so.', confidence: 1 };

function isNegative(column: ColumnFacts | undefined): boolean {
  return column !== undefined && column.negatives > column.filled / 2;
}

const CHOSEN = { reason: 'You chose it.', confidence: 1 };

function because_<Choice extends { reason: string; confidence: number }>(
  because: Because,
  what: keyof Because,
  choice: Choice,
): Choice {
  because[what] = { reason: choice.reason, confidence: choice.confidence };
  return choice;
}

function signOf(chosen: CsvMapping, because: Because, found: SignChoice): SignChoice {
  const wished = chosen.sign !== undefined && chosen.sign !== found.sign;
  because.sign = wished ? CHOSEN : { reason: found.reason, confidence: found.confidence };
  return wished ? { ...found, sign: chosen.sign ?? found.sign } : found;
}

function rolesOf(given: Deciding, minor: MinorColumns): { roles: Roles; parties: Parties | undefined } {
  const { grid, facts, because, options, region } = given;
  const byName = rolesByName(facts);
  const byContent = rolesByContent(facts, byName);
  const found = withOwnCurrency(settleMoney(byContent, { grid, facts, minor }), facts);
  const roles = withChosenRoles(found, options.mapping?.columns);
  const told = Object.keys(byName).length;
  because.columns =
    options.mapping?.columns === undefined
      ? told > 0
        ? { reason: `${told} columns by their names, the others by what stands in them.`, confidence: 0.9 }
        : { reason: 'No names; judged by what stands in the columns.', confidence: 0.6 }
      : CHOSEN;
  assertReadable(grid, facts, { roles, region });
  const isChosen = columnOf(roles, 'payee') !== columnOf(found, 'payee');
  return { roles, parties: isChosen ? undefined : partiesOf(region.names) };
}

function assertReadable(grid: Grid, facts: TableFacts, found: { roles: Roles; region: Region }): void {
  const { roles, region } = found;
  const hasDate = columnOf(roles, 'date') !== undefined;
  const hasMoney = ['amount', 'debit', 'credit'].some(
    (role) => columnOf(roles, role as 'amount') !== undefined,
  );
  const line = grid.records[region.first]?.line ?? grid.records[0]?.line ?? 1;
  if (hasDate && hasMoney) return;
  if (facts.rows.length > 0) {
    if (!hasDate) throw refused('no_date_column', 'No column could be told to hold the day.', line);
    throw refused('no_amount_column', 'No column could be told to hold the amount.', line);
  }
  const text = excerpt(grid.records[region.first]?.text ?? grid.records[0]?.text ?? '', 60);
  throw refused(
    'no_rows',
    `No line holds both a day and an amount. The first one looked at is “${text}”.`,
    line,
  );
}

function orderOf(given: Deciding, roles: Roles, currency: string): OrderChoice {
  const { grid, facts, app, options } = given;
  const column = columnOf(roles, 'date') ?? 0;
  const tokens = facts.rows.flatMap((index) => {
    const record = grid.records[index];
    const token = record === undefined ? undefined : dateToken(cellAt(record, column));
    return token === undefined ? [] : [token];
  });
  return chooseDateOrder(tokens, { today: options.today, known: app?.order, currency });
}

function bankOf(
  region: Region,
  preamble: Bank | undefined,
  statements: readonly Statement[],
): Bank | undefined {
  return preamble ?? bankOfStatements(statements) ?? bankOfColumns(region.names);
}

function layoutOf(grid: Grid, region: Region, delimiter: string): string {
  const shown = grid.source === 'xlsx' ? 'xlsx' : delimiter === '\t' ? 'tab' : delimiter;
  if (region.header === -1) return `${shown} nameless ${grid.records[region.first]?.cells.length ?? 0}`;
  return cut(`${shown} ${region.names.map(plainWords).join('|')}`, 1000);
}

function columnsOfFile(facts: TableFacts): { name: string; samples: string[] }[] {
  return facts.columns.map((column) => ({ name: column.name, samples: column.samples }));
}

type Found = ReturnType<typeof decide>;

function mappingOf(
  base: CsvMapping,
  all: { region: Region; grid: Grid; found: Found; because: Because },
): CsvMapping {
  const { region, grid, found, because } = all;
  return {
    ...base,
    header_line: region.header === -1 ? 0 : (grid.records[region.header]?.line ?? 0),
    first_line: grid.records[region.first]?.line ?? 1,
    columns: found.roles,
    date_order: found.order,
    decimal_mark: found.mark,
    sign: found.sign,
    words_in: [...found.wordsIn],
    words_out: [...found.wordsOut],
    row_order: found.rowOrder,
    currency: found.currency,
    because,
  };
}
