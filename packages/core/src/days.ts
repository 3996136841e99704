import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`: sorts, compares, indexes, prints and crosses JSON as it is. */
export type Day = string & { readonly __brand: 'Day' };

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

/** The days that KinWise accepts. */
export const FIRST_DAY = '1970-01-01' as Day;
export const LAST_DAY = '2200-12-31' as Day;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a text in wire form, or undefined when it is none (2026-02-30) or outside 1970 to 2200. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day of year, month (1-12) and day of month, or undefined when there is no such day. */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1970 || year > 2200 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${year}-${two(month)}-${two(dayOfMonth)}` as Day;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addDays(from: Day, days: number): Day {
  return dayOfNumber(dayNumber(from) + days);
}

/** The same day of another month; the 31st becomes the last day of a shorter month. */
export function addMonths(from: Day, months: number): Day {
  return plain(from).add({ months }).toString() as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(on: Day): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month;
}

export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) ? (text as Month) : undefined;
}

export function firstOfMonth(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastOfMonth(month: Month): Day {
  const [year, number] = month.split('-').map(Number);
  return `${month}-${two(daysInMonth(year ?? 0, number ?? 0))}` as Day;
}

export function addToMonth(month: Month, months: number): Month {
  return monthOf(addMonths(firstOfMonth(month), months));
}

/** Every month from `from` to `to`, both included. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
}

/** The calendar day that it is at an instant (milliseconds since 1970) in a time zone such as Pacific/Auckland. */
export function dayAt(instantMs: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as Day;
}

/** What the clocks show at an instant in a time zone, in minutes since midnight. */
export function clockAt(instantMs: number, timeZone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
  return hour * 60 + minute;
}

/** The instants of a day at which clocks show the minute: one, or two where an hour comes twice; beside it where it is skipped. */
export function instantsOf(on: Day, minuteOfDay: number, timeZone: string): number[] {
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  const there = plain(on).toPlainDateTime(time);
  return (['earlier', 'later'] as const).map(
    (disambiguation) => there.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  );
}

/** The next instant at which the clocks of a time zone are set; undefined where they never are. */
export function nextClockChange(instantMs: number, timeZone: string): number | undefined {
  const there = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
  return there.getTimeZoneTransition('next')?.epochMilliseconds;
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/.test(name);
  } catch {
    return false;
  }
}

/**
 * Whole days since 1970-01-01. Days are stepped through by the thousand (a net worth by day, a file of a bank), so
 * that this much is reckoned by hand; the tests hold it to Temporal.
 */
function dayNumber(on: Day): number {
  const month = Number(on.slice(5, 7));
  // Years that begin in March put the leap day at their end.
  const year = Number(on.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(on.slice(8, 10)) - 1;
  return (
    year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
  );
}

function dayOfNumber(number: number): Day {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}` as Day;
}

function plain(on: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(on);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
