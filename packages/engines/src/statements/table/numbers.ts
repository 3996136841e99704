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

/** A column's amounts as minor units with the sign that the cell carries; undefined where there is none. */
export function minorColumn(
  grid: Grid,
  rows: readonly number[],
  how: { column: number; mark: DecimalMark; currency: string },
): (bigint | undefined)[] {
  return rows.map((index) => {
    const record = grid.records[index];
    const token = record === undefined ? undefined : amountToken(cellAt(record, how.column));
    const size = token === undefined ? undefined : minorOf(token.digits, how.mark, how.currency)?.minor;
    if (token === undefined || size === undefined) return undefined;
    return token.negative ? -size : size;
  });
}
