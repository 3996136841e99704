import { formatWire, readAmount } from '@kinwise/core/money';

/** Minor units of a wire amount; 0 for what is none, because a half-typed row must not break a sum. */
export function minorOf(amount: string | null | undefined, currency: string): bigint {
  const read = readAmount(amount ?? '', currency);
  return read.ok ? read.minor : 0n;
}

export function wireOf(minor: bigint, currency: string): string {
  return formatWire({ minor, currency });
}

export function isNegative(amount: string): boolean {
  return amount.startsWith('-');
}

/** The amount without its sign. */
export function sizeOf(amount: string): string {
  return amount.replace('-', '');
}
