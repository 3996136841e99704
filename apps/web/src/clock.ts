import { dayAt, type Day } from '@kinwise/core/days';

/** The one place of the web app that asks the device for the time and for chance; everything else is handed them. */
export type Clock = {
  /** Milliseconds since 1970 by the device's clock, which may be wrong. */
  now: () => number;
  /** A number from 0 up to but not 1, for jitter. */
  chance: () => number;
};

export const deviceClock: Clock = { now: () => Date.now(), chance: () => Math.random() };

/** Today's day in a time zone such as `Pacific/Auckland`. */
export function todayIn(timeZone: string, clock: Clock = deviceClock): Day {
  return dayAt(clock.now(), timeZone);
}

/** The instant as RFC 3339 text in UTC. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString();
}

/** Milliseconds of an RFC 3339 instant; NaN when it is none. */
export function instantMs(text: string): number {
  return Date.parse(text);
}
