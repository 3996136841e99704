import { type Day, type Month, monthOf } from '@kinwise/core/days';
import { allocate } from '@kinwise/core/money';
import type { Transaction } from '../../../api/types.ts';
import { minorOf } from '../../ledger/parts/amounts.ts';
import type { ToHousehold } from '../../ledger/parts/household-money.ts';

/** Income and spending of a time, in minor units of the household's currency; spending is negative. */
export type Flow = { readonly income: bigint; readonly spent: bigint };

export type CategorySum = {
  readonly category_id: string | null;
  /** Negative: what was spent. */
  readonly minor: bigint;
  /** Of all spending, 0 to 1. */
  readonly share: number;
};

/** What an entry counts in the household's currency: by its frozen rate, or by today's while it has not been sent. */
export function countedMinor(entry: Transaction, currency: string, toHousehold: ToHousehold): bigint {
  if (entry.type === 'transfer' || entry.status !== 'completed' || entry.deleted_at) return 0n;
  if (entry.currency === currency) return minorOf(entry.amount, currency);
  if (entry.household_amount) return minorOf(entry.household_amount, currency);
  return toHousehold(entry.amount, entry.currency) ?? 0n;
}

type Counting = { readonly currency: string; readonly toHousehold: ToHousehold };

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

/** Spending by category, largest first. The parts of a split count each for its own category, to the last cent. */
export function spendingByCategory(entries: readonly Transaction[], by: Counting): CategorySum[] {
  const sums = new Map<string | null, bigint>();
  for (const entry of entries) {
    const minor = countedMinor(entry, by.currency, by.toHousehold);
    if (minor >= 0n) continue;
    for (const [category, part] of partsOf(entry, minor))
      sums.set(category, (sums.get(category) ?? 0n) + part);
  }
  const spent = [...sums]
    .filter(([, minor]) => minor < 0n)
    .sort((left, right) => (left[1] < right[1] ? -1 : 1));
  const total = spent.reduce((sum, [, minor]) => sum + minor, 0n);
  return spent.map(([category_id, minor]) => ({
    category_id,
    minor,
    // For the length of a bar, not for reckoning: four decimals do.
    share: Number((minor * 10_000n) / total) / 10_000,
  }));
}

/** The largest categories, and what is left of them as one row without a name. */
export function largest(
  sums: readonly CategorySum[],
  most: number,
): { rows: readonly CategorySum[]; rest: CategorySum | undefined } {
  if (sums.length <= most + 1) return { rows: sums, rest: undefined };
  const others = sums.slice(most);
  return {
    rows: sums.slice(0, most),
    rest: {
      category_id: null,
      minor: others.reduce((sum, one) => sum + one.minor, 0n),
      share: others.reduce((sum, one) => sum + one.share, 0),
    },
  };
}

/** What a day may cost until pay day, when nothing else is due; nothing while the accounts are at or below zero. */
export function perDay(everyday: bigint, days: number): bigint {
  return everyday > 0n ? everyday / BigInt(Math.max(1, days)) : 0n;
}

function partsOf(entry: Transaction, minor: bigint): [string | null, bigint][] {
  const splits = entry.splits ?? [];
  if (splits.length === 0) return [[entry.category_id ?? null, minor]];
  const own = splits.map((split) => minorOf(split.amount, entry.currency));
  // In the household's currency the parts stand as they are, also where one of them is a discount.
  if (own.reduce((sum, part) => sum + part, 0n) === minor) {
    return splits.map((split, index) => [split.category_id ?? null, own[index] ?? 0n]);
  }
  const weights = own.map((part) => (part < 0n ? -part : part));
  const shares = weights.some((weight) => weight > 0n) ? allocate(minor, weights) : [];
  return splits.map((split, index) => [split.category_id ?? null, shares[index] ?? 0n]);
}
