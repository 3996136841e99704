import type { Transaction } from '@kinwise/api-client/schema';
import { allocate } from '@kinwise/core/money';
import { minorOf } from '../../ledger/parts/amounts.ts';
import { type Counting, countedMinor } from './figures.ts';

export type CategorySum = {
  readonly category_id: string | null;
  /** Negative: what was spent. */
  readonly minor: bigint;
  /** Of all spending, 0 to 1. */
  readonly share: number;
};

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
