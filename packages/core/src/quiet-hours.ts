import { addDays, clockAt, dayAt, instantsOf, nextClockChange } from './days.ts';

/** Hours in which somebody wants no mail that can wait, by the clocks of where they are: `22:00` to `07:00`. */
export type QuietHours = { readonly from: string; readonly until: string };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** Whether it is quiet at an instant. */
export function isQuiet(hours: QuietHours, instantMs: number, timeZone: string): boolean {
  const [from, until, now] = [minuteOf(hours.from), minuteOf(hours.until), clockAt(instantMs, timeZone)];
  return from < until ? now >= from && now < until : now >= from || now < until;
}

/**
 * When the quiet ends that there is now; undefined when there is none. It is the first instant at which clocks show no
 * quiet hour, also in nights in which they are set: an end that is skipped is where the clocks jump.
 */
export function quietUntil(
  hours: QuietHours | null,
  instantMs: number,
  timeZone: string,
): number | undefined {
  if (hours === null || !isQuiet(hours, instantMs, timeZone)) return undefined;
  const today = dayAt(instantMs, timeZone);
  const ends = [today, addDays(today, 1), addDays(today, 2)].flatMap((on) =>
    instantsOf(on, minuteOf(hours.until), timeZone),
  );
  const change = nextClockChange(instantMs, timeZone);
  return [...ends, ...(change === undefined ? [] : [change])]
    .filter((at) => at > instantMs && !isQuiet(hours, at, timeZone))
    .sort((one, other) => one - other)[0];
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
