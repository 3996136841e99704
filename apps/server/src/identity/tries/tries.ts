/**
 * The arithmetic of wrong tries. A guess that takes no time is counted as it comes. A password takes a while to be looked
 * at: its try is open meanwhile, and never are more open than could be wrong before the lock. So any number of wrong ones
 * at once are all counted, and right ones at once do not lock each other out.
 */
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';

export type Counter = {
  readonly failures: number;
  readonly total: number;
  readonly locks: number;
  readonly locked_until: string | null;
  readonly last_at: string;
  readonly failed_at: string | null;
  /** When each try began that nobody has answered for yet. */
  readonly open_tries: Readonly<Record<string, number>>;
};

/** How many wrong tries lock for how long at first, and for how long at most. */
export type LockRule = { readonly most: number; readonly firstMs: number; readonly longestMs: number };

/** From which wrong try on the next one has to wait, how long at first, and how long at most. */
export type SlowRule = { readonly after: number; readonly firstMs: number; readonly longestMs: number };

/** Whoever has not answered for a try by then never will: the process has died, and the try counts as wrong. */
export const OPEN_MS = 30_000;

export type Standing =
  | { readonly kind: 'locked'; readonly untilMs: number }
  /** As many are being looked at as may be wrong. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'slow'; readonly untilMs: number }
  | { readonly kind: 'free' };

/** The counter as it is by now, with tries that died counted as wrong and a day of rest forgiven. */
export function settled(row: Counter, nowMs: number, rule: LockRule): Counter {
  const isQuiet = nowMs - Math.max(lockedUntil(row), millisecondsOf(row.last_at)) > rule.longestMs;
  let now: Counter = isQuiet ? { ...row, failures: 0, locks: 0, failed_at: null } : row;
  for (const [id, beganMs] of Object.entries(row.open_tries))
    if (nowMs - beganMs > OPEN_MS) now = failed(now, id, { nowMs, rule }).row;
  return now;
}

/** What a settled counter says to whoever comes next. */
export function standingOf(row: Counter, nowMs: number, rule: LockRule & { slow?: SlowRule }): Standing {
  const untilMs = lockedUntil(row);
  if (untilMs > nowMs) return { kind: 'locked', untilMs };
  if (row.failures + Object.keys(row.open_tries).length >= rule.most) return { kind: 'busy' };
  const slowMs = rule.slow ? slowUntil(row, rule.slow) : 0;
  return slowMs > nowMs ? { kind: 'slow', untilMs: slowMs } : { kind: 'free' };
}

/** One more try came; with an id it is looked at, without one it is turned away. */
export function came(row: Counter, nowMs: number, id?: Id): Counter {
  const open_tries = id === undefined ? row.open_tries : { ...row.open_tries, [id]: nowMs };
  return { ...row, total: row.total + 1, last_at: instant(nowMs), open_tries };
}

/** An open try was wrong. One that is no longer open was counted before. */
export function failed(
  row: Counter,
  id: string,
  { nowMs, rule }: { nowMs: number; rule: LockRule },
): { row: Counter; lockingMs: number | undefined } {
  if (!(id in row.open_tries)) return { row, lockingMs: undefined };
  return wrong(closed(row, id), nowMs, rule);
}

/** An open try has ended, and nothing is known of whether it was right. */
export function closed(row: Counter, id: string): Counter {
  const open_tries = Object.fromEntries(Object.entries(row.open_tries).filter(([open]) => open !== id));
  return { ...row, open_tries };
}

/** A try was right: what was wrong before is forgiven. Who is still being looked at has to answer for it. */
export function forgiven(row: Counter, id?: string): Counter {
  const rest = id === undefined ? row : closed(row, id);
  return { ...rest, failures: 0, locks: 0, locked_until: null, failed_at: null };
}

export type Verdict =
  | { readonly locked: true; readonly untilMs: number }
  /** `locking`: when this guess is wrong, it was the last for so long. */
  | { readonly locked: false; readonly lockingMs: number | undefined };

/** The state after one more guess that counts as it comes, and whether it may be looked at. */
export function judged(row: Counter, nowMs: number, rule: LockRule): { row: Counter; verdict: Verdict } {
  const now = settled(row, nowMs, rule);
  const untilMs = lockedUntil(now);
  if (untilMs > nowMs) return { row: came(now, nowMs), verdict: { locked: true, untilMs } };
  const { row: next, lockingMs } = wrong(came(now, nowMs), nowMs, rule);
  return { row: next, verdict: { locked: false, lockingMs } };
}

export function lockedUntil(row: Counter): number {
  return row.locked_until === null ? 0 : millisecondsOf(row.locked_until);
}

function wrong(row: Counter, nowMs: number, rule: LockRule): { row: Counter; lockingMs: number | undefined } {
  const failures = row.failures + 1;
  const failed_at = instant(nowMs);
  if (failures < rule.most)
    return { row: { ...row, failures, locked_until: null, failed_at }, lockingMs: undefined };
  const lockingMs = Math.min(rule.firstMs * 2 ** row.locks, rule.longestMs);
  const locked_until = instant(nowMs + lockingMs);
  return { row: { ...row, failures: 0, locks: row.locks + 1, locked_until, failed_at }, lockingMs };
}

/** Each wrong try doubles the wait for the next one. */
function slowUntil(row: Counter, { after, firstMs, longestMs }: SlowRule): number {
  if (row.failures < after || row.failed_at === null) return 0;
  return millisecondsOf(row.failed_at) + Math.min(firstMs * 2 ** (row.failures - after), longestMs);
}
