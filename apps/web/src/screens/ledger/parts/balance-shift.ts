import type { Transaction } from '@kinwise/api-client/schema';
import { minorOf } from './amounts.ts';

/** An entry before and after what waits in the outbox; undefined sides do not exist. */
export type Shift = { readonly before: Transaction | undefined; readonly after: Transaction | undefined };

type Sums = { readonly booked: bigint; readonly pending: bigint };

/**
 * By how much the waiting changes move each account, in minor units: what the server will say once it has them. Only
 * completed entries are booked; failed and cancelled ones move nothing. A waiting transfer moves its other account too.
 */
export function shiftsByAccount(shifts: readonly Shift[]): Map<string, Sums> {
  const sums = new Map<string, { booked: bigint; pending: bigint }>();
  const add = (account: string, status: string, minor: bigint) => {
    if (status !== 'completed' && status !== 'pending') return;
    const sum = sums.get(account) ?? { booked: 0n, pending: 0n };
    if (status === 'completed') sum.booked += minor;
    else sum.pending += minor;
    sums.set(account, sum);
  };
  const count = (entry: Transaction | undefined, sign: bigint) => {
    if (!entry || entry.deleted_at) return;
    const minor = sign * minorOf(entry.amount, entry.currency);
    add(entry.account_id, entry.status, minor);
  };
  for (const { before, after } of shifts) {
    count(before, -1n);
    count(after, 1n);
    const other = after && farSideOf(before, after);
    if (other) add(other.account, after.status, other.minor);
  }
  return sums;
}

/** The side of a new transfer that the server has not made yet. */
function farSideOf(before: Transaction | undefined, after: Transaction) {
  if (before || !after.transfer_account_id) return undefined;
  const arrives = (after as { transfer_amount?: string }).transfer_amount;
  const near = minorOf(after.amount, after.currency);
  // What arrives in another currency is counted by the server: its exponent is not known here.
  return arrives === undefined ? { account: after.transfer_account_id, minor: -near } : undefined;
}
