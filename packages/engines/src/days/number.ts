import type { Day } from '@kinwise/core/days';

/** Whole days since a fixed day long ago: differences and windows of days for many rows, without a calendar object each. */
export function dayNumber(on: Day): number {
  const month = Number(on.slice(5, 7));
  const year = Number(on.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(on.slice(8, 10));
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}
