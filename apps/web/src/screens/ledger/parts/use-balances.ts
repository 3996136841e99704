import type { Account, Transaction } from '@kinwise/api-client/schema';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { rowsOf } from '../../../offline/database.ts';
import { foldRow, groupByRow } from '../../../offline/fold.ts';
import { useOffline, useRows } from '../../../offline/hooks.tsx';
import { minorOf, wireOf } from './amounts.ts';
import { type Shift, shiftsByAccount } from './balance-shift.ts';

export type AccountNow = Account & {
  /** Something about this account, or an entry in it, has not reached the server. */
  readonly waiting: boolean;
};

/** Every account with the balance that it will have once what waits has been sent; undefined while first read. */
export function useAccountsNow(): readonly AccountNow[] | undefined {
  const { copy, household } = useOffline();
  const rows = useRows('account');
  const shifts = useLiveQuery(async () => {
    const operations = await copy.outbox.where('entity').equals('transaction').sortBy('seq');
    const own = operations.filter((operation) => operation.household === household);
    const changed: Shift[] = [];
    for (const [id, ofRow] of groupByRow(own)) {
      const stored = await rowsOf(copy, 'transaction').get(id);
      const before = stored?.row as Transaction | undefined;
      changed.push({ before, after: foldRow(stored, ofRow)?.row as Transaction | undefined });
    }
    return changed;
  }, [copy, household]);
  return useMemo(() => {
    if (!rows) return undefined;
    const sums = shiftsByAccount(shifts ?? []);
    const now = rows.map(({ row, waiting }) => shifted(row, sums.get(row.id), waiting));
    return now.sort(
      (left, right) => (left.order ?? 0) - (right.order ?? 0) || left.name.localeCompare(right.name),
    );
  }, [rows, shifts]);
}

function shifted(
  account: Account,
  sum: { booked: bigint; pending: bigint } | undefined,
  waiting: boolean,
): AccountNow {
  const { currency } = account;
  const moved = (amount: string | undefined, by: bigint) => wireOf(minorOf(amount, currency) + by, currency);
  const booked = sum?.booked ?? 0n;
  const pending = sum?.pending ?? 0n;
  return {
    ...account,
    // An account that was made without signal knows only how it opened.
    balance: moved(account.balance ?? account.opening_balance, booked),
    pending: moved(account.pending, pending),
    available: moved(account.available ?? account.opening_balance, booked + pending),
    waiting: waiting || sum !== undefined,
  };
}
