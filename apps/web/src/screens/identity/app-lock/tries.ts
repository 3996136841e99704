/** How often a PIN may be tried: the rule alone, without clock or store. */

/** Wrong ones in a row, and when the last of them was, by the clock of the device. */
export type Tries = { readonly failures: number; readonly failedAt: number };

export type TryStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly untilMs: number }
  /** There were too many: the device signs out. */
  | { readonly kind: 'out' };

export const NO_TRIES: Tries = { failures: 0, failedAt: 0 };
export const TRIES_MOST = 10;

const WAITS_FROM = 5;
const FIRST_WAIT_MS = 30_000;

/** How long one waits after so many wrong ones: half a minute after the fifth, and twice as long after each one more. */
export function waitMsAfter(failures: number): number {
  return failures < WAITS_FROM ? 0 : FIRST_WAIT_MS * 2 ** (failures - WAITS_FROM);
}

export function tryStanding(tries: Tries, nowMs: number): TryStanding {
  if (tries.failures >= TRIES_MOST) return { kind: 'out' };
  const untilMs = tries.failedAt + waitMsAfter(tries.failures);
  return untilMs > nowMs && tries.failures >= WAITS_FROM ? { kind: 'waiting', untilMs } : { kind: 'open' };
}

/** A clock that was set back since would make somebody wait for as long again; the wait begins anew instead. */
export function byThisClock(tries: Tries, nowMs: number): Tries {
  return tries.failedAt > nowMs ? { ...tries, failedAt: nowMs } : tries;
}

export function oneMore(tries: Tries, nowMs: number): Tries {
  return { failures: tries.failures + 1, failedAt: nowMs };
}
