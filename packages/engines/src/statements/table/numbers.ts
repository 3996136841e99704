import { exponentOf } from '@kinwise/core/currencies';
import { amountToken, DecimalEvidence, minorOf } from '../amounts.ts';
import type { DecimalMark } from '../types.ts';
import type { TableFacts } from './columns.ts';
import { cellAt, type Grid } from './grid.ts';

/** The decimal mark, from every amount of every column that is mostly amounts. */
export function chooseDecimalMark(grid: Grid, facts: TableFacts, currency: string) {
  const evidence = new DecimalEvidence();
  const columns = facts.columns.filter(
    (column) => column.amounts > 0 && column.amounts >= column.filled * 0.6,
  );
  const money = columns.filter((column) => column.moneyLike >= column.filled * 0.3);
  for (const index of facts.rows) {
    const record = grid.records[index];
    if (record === undefined) continue;
    for (const column of money.length > 0 ? money : columns) {
      const token = amountToken(cellAt(record, column.index));
      if (token !== undefined) evidence.add(token.digits);
    }
  }
  return evidence.decide(exponentOf(currency) === 3);
}

/** The amounts of columns as minor units, each column worked out once. */
export class MinorColumns {
  private readonly known = new Map<number, (bigint | undefined)[]>();
  private readonly grid: Grid;
  private readonly rows: readonly number[];
  private readonly how: { mark: DecimalMark; currency: string };

  constructor(grid: Grid, rows: readonly number[], how: { mark: DecimalMark; currency: string }) {
    this.grid = grid;
    this.rows = rows;
    this.how = how;
  }

  /** One amount for each row that holds a day and an amount, with the sign of the cell; undefined where there is none. */
  of(column: number): readonly (bigint | undefined)[] {
    const known = this.known.get(column);
    if (known !== undefined) return known;
    const values = this.rows.map((index) => this.at(index, column));
    this.known.set(column, values);
    return values;
  }

  private at(index: number, column: number): bigint | undefined {
    const token = amountToken(this.grid.records[index]?.cells[column] ?? '');
    if (token === undefined) return undefined;
    const size = minorOf(token.digits, this.how.mark, this.how.currency)?.minor;
    return size !== undefined && token.negative ? -size : size;
  }
}
