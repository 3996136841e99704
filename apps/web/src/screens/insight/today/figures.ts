import type { Transaction } from '@kinwise/api-client/schema';
import { type Day, type Month, monthOf } from '@kinwise/core/days';
import { minorOf } from '../../ledger/parts/amounts.ts';
import type { ToHousehold } from '../../ledger/parts/household-money.ts';

/** Income and spending of a time, in minor units of the household's currency; spending is negative. */
export type Flow = { readonly income: bigint; readonly spent: bigint };

/** What an entry counts in the household's currency: by its frozen rate, or by today's while it has not been sent. */
export function countedMinor(entry: Transaction, currency: string, toHousehold: ToHousehold): bigint {
  if (entry.type === 'transfer' || entry.status !== 'completed' || entry.deleted_at) return 0n;
  if (entry.currency === currency) return minorOf(entry.amount, currency);
  if (entry.household_amount) return minorOf(entry.household_amount, currency);
  return toHousehold(entry.amount, entry.currency) ?? 0n;
}

export type Counting = { readonly currency: string; readonly toHousehold: ToHousehold };

/** Income and spending of the entries of some days, both ends included. Transfers are neither. */
export function flowBetween(
  entries: readonly Transaction[],
  [from, to]: readonly [Day, Day],
  by: Counting,
): Flow {
  let income = 0n;
  let spent = 0n;
  for (const entry of entries) {
    if (entry.occurred_on < from || entry.occurred_on > to) continue;
    const minor = countedMinor(entry, by.currency, by.toHousehold);
    if (minor > 0n) income += minor;
    else spent += minor;
  }
  return { income, spent };
}

/** The same for each of some months, in their order. */
export function flowsOf(entries: readonly Transaction[], months: readonly Month[], by: Counting): Flow[] {
  const sums = new Map(months.map((month) => [month, { income: 0n, spent: 0n }]));
  for (const entry of entries) {
    const sum = sums.get(monthOf(entry.occurred_on));
    const minor = sum ? countedMinor(entry, by.currency, by.toHousehold) : 0n;
    if (!sum) continue;
    if (minor > 0n) sum.income += minor;
    else sum.spent += minor;
  }
  return [...sums.values()];
}

/** What a day may cost until pay day, when nothing else is due; nothing while the accounts are at or below zero. */
export function perDay(everyday: bigint, days: number): bigint {
  return everyday > 0n ? everyday / BigInt(Math.max(1, days)) : 0n;
}
