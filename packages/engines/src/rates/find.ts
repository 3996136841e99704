/**
 * Which exchange rate holds on a day. A household knows some pairs on some days; everything else is worked out of them:
 * the other way round, or across a third currency.
 */
import type { Day } from '@kinwise/core/days';
import { RATE_DECIMALS } from '@kinwise/core/money';

/** One known rate: one unit of `base` is `scaled / 10^10` units of `quote`. */
export type KnownRate = {
  readonly base: string;
  readonly quote: string;
  readonly on: Day;
  readonly scaled: bigint;
};

export type Way = 'same' | 'direct' | 'inverse' | 'across';

/** A rate with where it comes from. `on` is the day it was known for; of two legs, the older one. */
export type FoundRate = {
  readonly scaled: bigint;
  readonly on: Day;
  readonly way: Way;
  readonly across?: string;
};

export type Question = {
  readonly base: string;
  readonly quote: string;
  readonly on: Day;
  /** Third currencies to go across, the most trusted first. */
  readonly pivots: readonly string[];
};

/** Answers the newest rate of a pair that is known for the day or an earlier one. */
export type Latest = (base: string, quote: string, on: Day) => KnownRate | undefined;

const UNIT = 10n ** BigInt(RATE_DECIMALS);

/**
 * The rate of the day, or of the latest earlier day for which there is one. The freshest wins; of equally fresh ones
 * the direct rate goes before its inverse, and that before a way across. Undefined when nothing leads there.
 */
export function findRate(latest: Latest, question: Question): FoundRate | undefined {
  const { base, quote, on, pivots } = question;
  if (base === quote) return { scaled: UNIT, on, way: 'same' };
  let best = between(latest, { base, quote, on });
  for (const across of pivots) {
    if (across === base || across === quote) continue;
    const first = between(latest, { base, quote: across, on });
    const second = between(latest, { base: across, quote, on });
    if (!first || !second) continue;
    const older = first.on < second.on ? first.on : second.on;
    if (best && older <= best.on) continue;
    const over = first.over * second.over;
    const under = first.under * second.under;
    best = { over, under, on: older, way: 'across', across };
  }
  if (!best) return undefined;
  const { over, under, ...rest } = best;
  const scaled = (over * UNIT * 2n + under) / (under * 2n);
  return scaled > 0n ? { scaled, ...rest } : undefined;
}

/** Looks up in rates that are at hand; for a batch of days one preparation serves all of them. */
export function latestOf(rates: readonly KnownRate[]): Latest {
  const pairs = new Map<string, KnownRate[]>();
  for (const rate of rates) {
    const key = `${rate.base}${rate.quote}`;
    const pair = pairs.get(key);
    if (pair) pair.push(rate);
    else pairs.set(key, [rate]);
  }
  for (const pair of pairs.values()) pair.sort((a, b) => (a.on < b.on ? -1 : 1));
  return (base, quote, on) => lastUpTo(pairs.get(`${base}${quote}`) ?? [], on);
}

/** A rate on its way: `over / under`, so that it is rounded once and at the end. */
type Fraction = { over: bigint; under: bigint; on: Day; way: Way; across?: string };

function between(latest: Latest, pair: { base: string; quote: string; on: Day }): Fraction | undefined {
  const { base, quote, on } = pair;
  const direct = latest(base, quote, on);
  const back = latest(quote, base, on);
  if (direct && (!back || direct.on >= back.on)) {
    return { over: direct.scaled, under: UNIT, on: direct.on, way: 'direct' };
  }
  return back && { over: UNIT, under: back.scaled, on: back.on, way: 'inverse' };
}

function lastUpTo(sorted: readonly KnownRate[], on: Day): KnownRate | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as KnownRate).on <= on) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
