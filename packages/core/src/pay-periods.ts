import { addDays, addMonths, daysBetween } from './days.ts';
import type { Day } from './days.ts';

export const PAY_CYCLES = [
  'weekly',
  'fortnightly',
  'four_weekly',
  'twice_monthly',
  'monthly',
  'quarterly',
  'yearly',
  'custom',
] as const;

export type PayCycleKind = (typeof PAY_CYCLES)[number];

/** How often a household is paid. `anchor_on` is a real pay day; `days` is the length of a custom cycle. */
export type PayCycle = { readonly kind: PayCycleKind; readonly anchor_on: Day; readonly days?: number };

/** A stretch from one pay day to the day before the next, both included. */
export type Period = { readonly starts_on: Day; readonly ends_on: Day };

const FIXED_DAYS: Partial<Record<PayCycleKind, number>> = { weekly: 7, fortnightly: 14, four_weekly: 28 };
const FIXED_MONTHS: Partial<Record<PayCycleKind, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** The pay period that holds a day, before or after the anchor. */
export function periodAt(cycle: PayCycle, on: Day): Period {
  const length = cycle.kind === 'custom' ? cycle.days : FIXED_DAYS[cycle.kind];
  if (length !== undefined) return periodOfDays(cycle.anchor_on, Math.max(1, length), on);
  if (cycle.kind === 'twice_monthly') return halfMonth(cycle.anchor_on, on);
  return periodOfMonths(cycle.anchor_on, FIXED_MONTHS[cycle.kind] ?? 1, on);
}

/** The first pay day after a day. */
export function nextPayDay(cycle: PayCycle, after: Day): Day {
  return addDays(periodAt(cycle, after).ends_on, 1);
}

function periodOfDays(anchor: Day, length: number, on: Day): Period {
  const index = Math.floor(daysBetween(anchor, on) / length);
  const starts_on = addDays(anchor, index * length);
  return { starts_on, ends_on: addDays(starts_on, length - 1) };
}

/** Counted from the anchor each time, so that a 31st comes back after a short month. */
function periodOfMonths(anchor: Day, step: number, on: Day): Period {
  let index = Math.floor((monthNumber(on) - monthNumber(anchor)) / step);
  if (addMonths(anchor, index * step) > on) index -= 1;
  const starts_on = addMonths(anchor, index * step);
  return { starts_on, ends_on: addDays(addMonths(anchor, (index + 1) * step), -1) };
}

/** Twice a month: on the anchor's day and fifteen days later, within each month. */
function halfMonth(anchor: Day, on: Day): Period {
  const whole = periodOfMonths(anchor, 1, on);
  const middle = addDays(whole.starts_on, 15);
  return on < middle
    ? { starts_on: whole.starts_on, ends_on: addDays(middle, -1) }
    : { starts_on: middle, ends_on: whole.ends_on };
}

function monthNumber(on: Day): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
}
