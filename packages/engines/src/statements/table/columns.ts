import { isCurrency } from '@kinwise/core/currencies';
import { amountToken } from '../amounts.ts';
import { dateToken } from '../dates.ts';
import { cellAt, type Grid, type Region } from './grid.ts';
import { directionOf } from './vocabulary.ts';

/** What stands in one column, over every line of the file that looks like a row. */
export type ColumnFacts = {
  index: number;
  name: string;
  filled: number;
  dates: number;
  amounts: number;
  /** Amounts with decimals, a sign or a currency: likelier money than a number of something. */
  moneyLike: number;
  negatives: number;
  zeros: number;
  currencies: number;
  directions: number;
  letters: number;
  length: number;
  samples: string[];
};

export type TableFacts = {
  columns: ColumnFacts[];
  /** Indexes into the grid's records of the lines that hold a day and an amount. */
  rows: number[];
};

/** Looks at every cell below the names once. Yields the records done. */
export function* gatherFacts(grid: Grid, region: Region): Generator<number, TableFacts> {
  const columns: ColumnFacts[] = region.names.map((name, index) => emptyFacts(index, name));
  const rows: number[] = [];
  for (let index = region.first; index < grid.records.length; index += 1) {
    const record = grid.records[index];
    if (record === undefined) continue;
    if ((index & 2047) === 2047) yield index;
    const seen = record.cells.map((_, column) => look(cellAt(record, column)));
    if (!seen.some((cell) => cell.date) || !seen.some((cell) => cell.amount && !cell.date)) continue;
    rows.push(index);
    for (const [column, cell] of seen.entries()) {
      const facts = columns[column] ?? emptyFacts(column, region.names[column] ?? '');
      columns[column] = facts;
      if (cell.text !== '') add(facts, cell);
    }
  }
  return { columns: Array.from(columns, (facts, index) => facts ?? emptyFacts(index, '')), rows };
}

function emptyFacts(index: number, name: string): ColumnFacts {
  return {
    index,
    name,
    filled: 0,
    dates: 0,
    amounts: 0,
    moneyLike: 0,
    negatives: 0,
    zeros: 0,
    currencies: 0,
    directions: 0,
    letters: 0,
    length: 0,
    samples: [],
  };
}

type Look = {
  text: string;
  date: boolean;
  amount: boolean;
  negative: boolean;
  money: boolean;
  zero: boolean;
};

const NOTHING: Look = { text: '', date: false, amount: false, negative: false, money: false, zero: false };

function look(text: string): Look {
  if (text === '') return NOTHING;
  const date = dateToken(text) !== undefined;
  const token = amountToken(text);
  if (token === undefined) return { ...NOTHING, text, date };
  const money = token.signed || token.symbol !== '' || /[.,]/.test(token.digits);
  return { text, date, amount: true, negative: token.negative, money, zero: !/[1-9]/.test(token.digits) };
}

function add(facts: ColumnFacts, cell: Look): void {
  facts.filled += 1;
  facts.length += cell.text.length;
  if (cell.date) facts.dates += 1;
  if (cell.amount && !cell.date) facts.amounts += 1;
  if (cell.amount && cell.money && !cell.date) facts.moneyLike += 1;
  if (cell.amount && cell.negative) facts.negatives += 1;
  if (cell.amount && cell.zero) facts.zeros += 1;
  if (!cell.date && !cell.amount) {
    if (cell.text.length === 3 && isCurrency(cell.text.toUpperCase())) facts.currencies += 1;
    if (/\p{L}/u.test(cell.text)) facts.letters += 1;
  }
  if (directionOf(cell.text) !== undefined) facts.directions += 1;
  if (facts.samples.length < 5 && !facts.samples.includes(cell.text)) facts.samples.push(cell.text);
}
