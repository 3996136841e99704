import type { TransactionSplit } from '@kinwise/api-client/schema';
import { allocate, readAmount } from '@kinwise/core/money';
import { isNegative, minorOf, wireOf } from '../parts/amounts.ts';

/**
 * A part of an entry as it is edited. Amounts are written as people think of them, as parts of what was spent or received:
 * `12.50` of an expense of `40.00`. Undefined is a text that is no amount.
 */
export type Part = {
  readonly id: string;
  readonly category_id: string | null;
  readonly member_id: string | null;
  readonly amount: string | undefined;
  readonly note: string;
};

/** The whole that is split: the entry's signed amount with its currency. */
export type Whole = { readonly amount: string; readonly currency: string };

/** What the parts leave of the whole, in minor units: 0 fits, above 0 is missing, below 0 is too much. */
export function remaining(whole: Whole, parts: readonly Part[]): bigint {
  const size = absolute(minorOf(whole.amount, whole.currency));
  return parts.reduce((left, part) => left - minorOf(part.amount, whole.currency), size);
}

export type SplitProblem = 'too_few' | 'unread' | 'zero' | 'sum';

/** Why the parts cannot be saved, the first reason; undefined when they can. */
export function problemOf(whole: Whole, parts: readonly Part[]): SplitProblem | undefined {
  if (parts.length < 2) return 'too_few';
  if (parts.some((part) => part.amount === undefined || !readAmount(part.amount, whole.currency).ok))
    return 'unread';
  if (parts.some((part) => minorOf(part.amount, whole.currency) === 0n)) return 'zero';
  return remaining(whole, parts) === 0n ? undefined : 'sum';
}

/** The parts of an entry, as people think of them. */
export function partsOf(whole: Whole, splits: readonly TransactionSplit[]): Part[] {
  return splits.map((split) => ({
    id: split.id,
    category_id: split.category_id ?? null,
    member_id: split.member_id ?? null,
    amount: turned(whole, split.amount),
    note: split.note ?? '',
  }));
}

/** The parts as the wire wants them, signed like the entry. */
export function splitsOf(whole: Whole, parts: readonly Part[]): TransactionSplit[] {
  return parts.map((part) => ({
    id: part.id,
    category_id: part.category_id,
    member_id: part.member_id,
    amount: turned(whole, part.amount ?? '0'),
    note: part.note,
  }));
}

/** Shares the whole out evenly; a cent that cannot be halved goes to the first part. */
export function evenly(whole: Whole, parts: readonly Part[]): Part[] {
  if (parts.length === 0) return [];
  const size = absolute(minorOf(whole.amount, whole.currency));
  const shares = allocate(
    size,
    parts.map(() => 1n),
  );
  return parts.map((part, index) => ({ ...part, amount: wireOf(shares[index] ?? 0n, whole.currency) }));
}

/** Gives a part what the others leave. */
export function withRest(whole: Whole, parts: readonly Part[], id: string): Part[] {
  const others = parts.filter((part) => part.id !== id);
  const rest = wireOf(remaining(whole, others), whole.currency);
  return parts.map((part) => (part.id === id ? { ...part, amount: rest } : part));
}

/** From the wire's sign to the person's, and back: the same step both ways. */
function turned(whole: Whole, amount: string): string {
  const minor = minorOf(amount, whole.currency);
  return wireOf(isNegative(whole.amount) ? -minor : minor, whole.currency);
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
