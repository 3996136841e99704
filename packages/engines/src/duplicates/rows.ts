import type { Day } from '@kinwise/core/days';

/** What makes a row comparable, whether it stands in the ledger or in a file. */
export type ComparableRow = {
  account_id: string;
  on: Day;
  amount_minor: bigint;
  currency: string;
  payee: string;
  memo?: string | undefined;
  reference?: string | undefined;
  bank_id?: string | undefined;
  balance_after_minor?: bigint | undefined;
  pending?: boolean | undefined;
};

/** A row of the ledger. */
export type KnownRow = ComparableRow & {
  id: string;
  /** Typed in by a person rather than read from a file: its day may be off by a few. */
  manual?: boolean | undefined;
};

export const keys = {
  id: (row: ComparableRow) => `i ${row.account_id} ${row.bank_id ?? ''}`,
  balance: (row: ComparableRow) => `b ${amount(row)} ${row.on} ${row.balance_after_minor}`,
  full: (row: ComparableRow, payee: string) =>
    `f ${amount(row)} ${row.on} ${unspaced(payee)} ${row.reference ?? ''}`,
  payee: (row: ComparableRow, payee: string) => `p ${amount(row)} ${row.on} ${unspaced(payee)}`,
  told: (row: ComparableRow, payee: string) => `t ${amount(row)} ${row.on} ${unspaced(payee)}`,
  day: (row: ComparableRow) => `d ${amount(row)} ${row.on}`,
  pending: (row: ComparableRow, number: number) => `q ${row.account_id} ${row.currency} ${number}`,
  manual: (row: ComparableRow, number: number) => `m ${amount(row)} ${number}`,
};

/** Where a name is broken into lines, one reading of it has a space and another has none. */
function unspaced(payee: string): string {
  return payee.replaceAll(' ', '');
}

function amount(row: ComparableRow): string {
  return `${row.account_id} ${row.currency} ${row.amount_minor}`;
}
