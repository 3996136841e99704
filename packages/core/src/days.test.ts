import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayAt, daysBetween, isTimeZone, parseDay, weekdayOf } from './days.ts';
import type { Day } from './days.ts';
import { PAY_CYCLES, nextPayDay, periodAt } from './pay-periods.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01' as Day, days));

describe('days', () => {
  it.each([
    '2026-02-30',
    '2026-13-01',
    '1969-12-31',
    '2201-01-01',
    '2026-2-3',
    '2026-02-03T00:00',
    '２026-02-03',
    '',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('counts what it adds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days);
      }),
    );
  });

  it('adds, counts and names weekdays as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30_000, max: 30_000 }), (on, days) => {
        const there = Temporal.PlainDate.from(on).add({ days });
        expect(addDays(on, days)).toBe(there.toString());
        expect(weekdayOf(addDays(on, days))).toBe(there.dayOfWeek);
        expect(daysBetween(on, there.toString() as Day)).toBe(days);
      }),
    );
  });

  it('keeps the end of the month when adding months', () => {
    expect(addMonths('2026-01-31' as Day, 1)).toBe('2026-02-28');
    expect(weekdayOf('2026-11-22' as Day)).toBe(7);
  });

  it('says which day it is where the household lives', () => {
    const instant = 1795314600000; // 2026-11-22T02:30:00Z
    expect(dayAt(instant, 'Pacific/Auckland')).toBe('2026-11-22');
    expect(dayAt(instant - 15 * 3_600_000, 'Pacific/Auckland')).toBe('2026-11-22');
    expect(dayAt(instant - 15 * 3_600_000, 'UTC')).toBe('2026-11-21');
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});

describe('pay periods', () => {
  const cycle = fc.record({
    kind: fc.constantFrom(...PAY_CYCLES),
    anchor_on: anyDay,
    days: fc.integer({ min: 1, max: 400 }),
  });

  it('cover every day exactly once', () => {
    fc.assert(
      fc.property(cycle, anyDay, (pay, on) => {
        const period = periodAt(pay, on);
        expect(period.starts_on <= on && on <= period.ends_on).toBe(true);
        const next = nextPayDay(pay, on);
        expect(periodAt(pay, next).starts_on).toBe(next);
        expect(addDays(period.ends_on, 1)).toBe(next);
      }),
    );
  });

  it('start on the anchor', () => {
    fc.assert(
      fc.property(cycle, (pay) => {
        expect(periodAt(pay, pay.anchor_on).starts_on).toBe(pay.anchor_on);
      }),
    );
  });
});
