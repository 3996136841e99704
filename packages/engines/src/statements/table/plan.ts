import type { Day } from '@kinwise/core/days';
import type { ColumnRole, DateOrder, DecimalMark, SignRule } from '../types.ts';
import type { Region } from './grid.ts';
import type { Parties } from './parties.ts';
import { columnOf, columnsOf, type Roles } from './roles.ts';

/** Everything decided about a table, laid out for reading one record after another. */
export type Plan = {
  region: Region;
  roles: Roles;
  /** The first column of each role. */
  at: Partial<Record<ColumnRole, number>>;
  date: number;
  otherDates: number[];
  booked: number | undefined;
  amount: number | undefined;
  debit: number | undefined;
  credit: number | undefined;
  /** The out column holds negative numbers, so their sign says nothing more. */
  debitIsNegative: boolean;
  /** The same of the in column: some cards write what was paid as a minus. */
  creditIsNegative: boolean;
  /** A fee that the bank takes beside the amount. */
  fee: number | undefined;
  direction: number | undefined;
  balance: number | undefined;
  /** The balance column holds what was there before the row. */
  balanceIsBefore: boolean;
  currencyColumn: number | undefined;
  payee: number | undefined;
  /** Where who paid and who was paid stand in columns of their own. */
  parties: Parties | undefined;
  memos: number[];
  texts: ReadonlySet<number>;
  order: DateOrder;
  mark: DecimalMark;
  sign: SignRule;
  wordsIn: ReadonlySet<string>;
  wordsOut: ReadonlySet<string>;
  currency: string;
  today: Day;
};

type Decided = Pick<
  Plan,
  | 'region'
  | 'roles'
  | 'order'
  | 'mark'
  | 'sign'
  | 'currency'
  | 'today'
  | 'debitIsNegative'
  | 'creditIsNegative'
  | 'balanceIsBefore'
  | 'fee'
  | 'parties'
> & {
  wordsIn: readonly string[];
  wordsOut: readonly string[];
};

export function planOf(decided: Decided): Plan {
  const { roles } = decided;
  const booked = columnOf(roles, 'booked_date');
  const value = columnOf(roles, 'value_date');
  const payee = columnOf(roles, 'payee');
  const { parties } = decided;
  const memos = columnsOf(roles, 'memo').filter(
    (column) => column !== parties?.payer && column !== parties?.payee,
  );
  const at: Partial<Record<ColumnRole, number>> = {};
  for (const [index, role] of Object.entries(roles)) at[role] ??= Number(index);
  return {
    ...decided,
    at,
    date: columnOf(roles, 'date') ?? -1,
    otherDates: [booked, value].filter((column) => column !== undefined),
    booked,
    amount: columnOf(roles, 'amount'),
    debit: columnOf(roles, 'debit'),
    credit: columnOf(roles, 'credit'),
    direction: columnOf(roles, 'direction'),
    balance: columnOf(roles, 'balance'),
    currencyColumn: columnOf(roles, 'currency'),
    payee,
    memos,
    texts: new Set(payee === undefined ? memos : [payee, ...memos]),
    wordsIn: new Set(decided.wordsIn.map((word) => word.toLowerCase())),
    wordsOut: new Set(decided.wordsOut.map((word) => word.toLowerCase())),
  };
}
