import { dayAt } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';

/** Where time comes from. Nobody else asks the machine; tests hand in a clock that stands still. */
export type Clock = { nowMs(): number };

export const systemClock: Clock = { nowMs: () => Date.now() };

/** An instant in RFC 3339, UTC, with milliseconds. */
export function instant(nowMs: number): string {
  return new Date(nowMs).toISOString();
}

/** Milliseconds since 1970 of an RFC 3339 text. */
export function millisecondsOf(at: string): number {
  return new Date(at).getTime();
}

/** The same as HTTP says it (RFC 9110). */
export function httpDate(nowMs: number): string {
  return new Date(nowMs).toUTCString();
}

/** The same as mails say it (RFC 5322). */
export function mailDate(at: string): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

export function todayIn(nowMs: number, timeZone: string): Day {
  return dayAt(nowMs, timeZone);
}
