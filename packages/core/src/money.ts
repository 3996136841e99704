import { exponentOf, isCurrency } from './currencies.ts';

/** An amount of one currency. `minor` counts its smallest unit (cents for NZD, yen for JPY); never a float. */
export type Money = { readonly minor: bigint; readonly currency: string };

/** Why a text is no amount. The codes travel to the wire as `errors[].code`. */
export type AmountProblem = 'amount_format' | 'amount_precision' | 'amount_range' | 'currency_unknown';

export type AmountResult = { ok: true; minor: bigint } | { ok: false; problem: AmountProblem };

/** The largest amount of minor units that KinWise keeps: 15 digits, so that sums of a million rows fit a bigint column. */
export const AMOUNT_MAX_MINOR = 999_999_999_999_999n;

const WIRE_AMOUNT = /^-?(?:0|[1-9]\d{0,17})(?:\.(\d{1,6}))?$/;

/**
 * Reads a wire amount such as `-45.90` into minor units of the currency.
 * Refuses rather than rounds: exponents, separators, a plus sign, other digits than 0-9 and too many decimals are problems.
 */
export function readAmount(text: string, currency: string): AmountResult {
  if (!isCurrency(currency)) return { ok: false, problem: 'currency_unknown' };
  const match = WIRE_AMOUNT.exec(text);
  if (!match) return { ok: false, problem: 'amount_format' };
  const decimals = match[1] ?? '';
  const exponent = exponentOf(currency);
  if (decimals.slice(exponent).replace(/0/g, '') !== '') return { ok: false, problem: 'amount_precision' };
  const digits =
    text.replace('-', '').replace(/\.\d+$/, '') + decimals.slice(0, exponent).padEnd(exponent, '0');
  const minor = BigInt(digits);
  if (minor > AMOUNT_MAX_MINOR) return { ok: false, problem: 'amount_range' };
  return { ok: true, minor: text.startsWith('-') ? -minor : minor };
}

/** As `readAmount`, for texts that are known to be good (constants, rows of our own). Throws on any other. */
export function parseMoney(text: string, currency: string): Money {
  const read = readAmount(text, currency);
  if (!read.ok) throw new RangeError(`${read.problem}: "${text}" is no amount of ${currency}`);
  return { minor: read.minor, currency };
}

/** The wire form: a decimal string with exactly the currency's decimals (`-45.90`, JPY `-1200`). */
export function formatWire(money: Money): string {
  return formatMinor(money.minor, exponentOf(money.currency));
}

/** Minor units as a decimal string with `exponent` decimals. */
export function formatMinor(minor: bigint, exponent: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The sum of two amounts of one currency; throws when the currencies differ. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new TypeError(`cannot add ${right.currency} to ${left.currency}`);
  }
  return { minor: left.minor + right.minor, currency: left.currency };
}

export function negate(money: Money): Money {
  return { minor: -money.minor, currency: money.currency };
}

export function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

/**
 * Shares `minor` out by weights so that the parts sum to it exactly (invariant 5): the largest remainders get the
 * units that are left, ties go to the earlier part. Weights are non-negative and not all zero.
 */
export function allocate(minor: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must be non-negative and not all zero');
  }
  const size = absolute(minor);
  const sign = minor < 0n ? -1n : 1n;
  const parts = weights.map((weight, index) => ({
    index,
    units: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  const left = Number(size - parts.reduce((sum, part) => sum + part.units, 0n));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder.slice(0, left)) part.units += 1n;
  return parts.map((part) => sign * part.units);
}

/** A rate as exact fraction digits: `scaled / 10^10` units of `quote` for one unit of `base`. */
export type Rate = { readonly base: string; readonly quote: string; readonly scaled: bigint };

export const RATE_DECIMALS = 10;
const RATE_UNIT = 10n ** BigInt(RATE_DECIMALS);

/** Reads a positive decimal rate (`1.6543`, at most ten decimals); undefined when it is none. */
export function readRate(text: string): bigint | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) return undefined;
  const scaled = BigInt(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(RATE_DECIMALS, '0')}`);
  return scaled > 0n ? scaled : undefined;
}

/** The decimal form of a scaled rate without needless zeros. */
export function formatRate(scaled: bigint): string {
  return formatMinor(scaled, RATE_DECIMALS).replace(/\.?0+$/, '');
}

/** Converts by a rate, rounding half away from zero to the quote's smallest unit: the one place where money is rounded. */
export function convert(money: Money, rate: Rate): Money {
  if (money.currency !== rate.base)
    throw new TypeError(`the rate is for ${rate.base}, not ${money.currency}`);
  const up = 10n ** BigInt(exponentOf(rate.quote));
  const down = 10n ** BigInt(exponentOf(rate.base));
  const numerator = absolute(money.minor) * rate.scaled * up;
  const denominator = RATE_UNIT * down;
  const rounded = (numerator * 2n + denominator) / (denominator * 2n);
  return { minor: money.minor < 0n ? -rounded : rounded, currency: rate.quote };
}
