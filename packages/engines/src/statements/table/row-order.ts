import type { Day } from '@kinwise/core/days';
import { dateToken, dayOf } from '../dates.ts';
import type { DateOrder } from '../types.ts';
import { type BalanceProof, isProven } from './balance-proof.ts';
import type { TableFacts } from './columns.ts';
import { cellAt, type Grid } from './grid.ts';
import { columnOf, type Roles } from './roles.ts';

type Table = { grid: Grid; facts: TableFacts };
type RowOrder = BalanceProof['order'];

/** Whether the newest row stands first or last: by the running balance, else by the first day and the last. */
export function rowOrderOf(
  { grid, facts }: Table,
  found: { roles: Roles; order: string; proof: BalanceProof | undefined },
): RowOrder {
  if (found.proof !== undefined && isProven(found.proof)) return found.proof.order;
  const column = columnOf(found.roles, 'date') ?? 0;
  const texts = [facts.rows[0], facts.rows[facts.rows.length - 1]].map((index) => {
    const record = index === undefined ? undefined : grid.records[index];
    const parts = record === undefined ? undefined : dateToken(cellAt(record, column))?.parts;
    if (parts === undefined) return 0;
    const [a, b, c] = parts;
    if (a > 31 || found.order === 'ymd') return a * 10_000 + b * 100 + c;
    return found.order === 'mdy' ? c * 10_000 + a * 100 + b : c * 10_000 + b * 100 + a;
  });
  return (texts[0] ?? 0) > (texts[1] ?? 0) ? 'newest_first' : 'oldest_first';
}

/** The order of the rows where the days leave no doubt: none stands against it, and there are several. */
export function orderByDays(
  { grid, facts }: Table,
  roles: Roles,
  { order, today }: { order: DateOrder; today: Day },
): RowOrder | undefined {
  const column = columnOf(roles, 'date') ?? 0;
  let previous: Day | undefined;
  let found: RowOrder | undefined;
  for (const index of facts.rows) {
    const record = grid.records[index];
    const token = record === undefined ? undefined : dateToken(cellAt(record, column));
    const on = token === undefined ? undefined : dayOf(token, order, today);
    if (on === undefined || on === previous) continue;
    const step = previous === undefined ? undefined : on > previous ? 'oldest_first' : 'newest_first';
    if (step !== undefined && found !== undefined && step !== found) return undefined;
    found ??= step;
    previous = on;
  }
  return found;
}
