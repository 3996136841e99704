import { isCurrency } from '@kinwise/core/currencies';
import { amountToken } from '../amounts.ts';
import { dateToken } from '../dates.ts';
import type { Grid, Region } from './grid.ts';
import { directionOf } from './vocabulary.ts';
import { isKind } from './kinds.ts';
import { isStateWord } from './states.ts';

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
  currencies: number;
  directions: number;
  /** Words such as “posted” and “pending”. */
  states: number;
  /** Texts that only name a kind of booking. */
  kinds: number;
  /** Texts of one piece with digits in them, or a label such as “Reference:” before one. */
  codes: number;
  /** International account numbers. */
  ibans: number;
  letters: number;
  length: number;
  samples: string[];
};

export type TableFacts = {
  columns: ColumnFacts[];
  /** Indexes into the grid's records of the lines that hold a day and an amount. */
  rows: number[];
};

/** What a cell can be at once; small numbers, because every cell of the file is looked at. */
const DATE = 1;
const AMOUNT = 2;
const MONEY = 4;
const NEGATIVE = 8;

/** Looks at every cell below the names once. Yields the records done. */
export function* gatherFacts(grid: Grid, region: Region): Generator<number, TableFacts> {
  const columns: ColumnFacts[] = region.names.map((name, index) => emptyFacts(index, name));
  const rows: number[] = [];
  const looks: number[] = [];
  for (let index = region.first; index < grid.records.length; index += 1) {
    const cells = grid.records[index]?.cells ?? [];
    if ((index & 2047) === 2047) yield index;
    let seen = 0;
    for (let column = 0; column < cells.length; column += 1) {
      looks[column] = look(cells[column] ?? '');
      seen |= looks[column] ?? 0;
    }
    if ((seen & DATE) === 0 || (seen & AMOUNT) === 0) continue;
    rows.push(index);
    for (let column = 0; column < cells.length; column += 1) {
      const facts = columns[column] ?? emptyFacts(column, '');
      columns[column] = facts;
      const text = cells[column] ?? '';
      if (text !== '') add(facts, text, looks[column] ?? 0);
    }
  }
  return { columns, rows };
}

function look(text: string): number {
  if (text === '' || !/\d/.test(text)) return 0;
  if (dateToken(text) !== undefined) return DATE;
  const token = amountToken(text);
  if (token === undefined) return 0;
  const isMoney = token.signed || token.symbol !== '' || token.word !== '' || /[.,]/.test(token.digits);
  return AMOUNT | (isMoney ? MONEY : 0) | (token.negative ? NEGATIVE : 0);
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
    currencies: 0,
    directions: 0,
    states: 0,
    kinds: 0,
    codes: 0,
    ibans: 0,
    letters: 0,
    length: 0,
    samples: [],
  };
}

function add(facts: ColumnFacts, text: string, seen: number): void {
  facts.filled += 1;
  facts.length += text.length;
  if ((seen & DATE) !== 0) facts.dates += 1;
  if ((seen & AMOUNT) !== 0) facts.amounts += 1;
  if ((seen & MONEY) !== 0) facts.moneyLike += 1;
  if ((seen & NEGATIVE) !== 0) facts.negatives += 1;
  if (seen === 0) {
    if (text.length === 3 && isCurrency(text.toUpperCase())) facts.currencies += 1;
    if (/\p{L}/u.test(text)) facts.letters += 1;
    // Looked up only while all words so far were of that kind: there are many texts and few such columns.
    if (facts.states === facts.filled - 1 && isStateWord(text)) facts.states += 1;
    if (facts.kinds === facts.filled - 1 && isKind(text)) facts.kinds += 1;
    if (/^(?:\p{L}+: ?)?[^\s\d]{0,6}\d\S*$/u.test(text)) facts.codes += 1;
    if (isIban(text)) facts.ibans += 1;
  }
  if (directionOf(text) !== undefined) facts.directions += 1;
  if (facts.samples.length < 5 && !facts.samples.includes(text)) facts.samples.push(text);
}

export function isIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30}$/.test(text);
}
