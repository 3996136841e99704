import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, isTimeOfDay, quietUntil } from './quiet-hours.ts';

const NIGHT = { from: '22:00', until: '07:00' };
const AUCKLAND = 'Pacific/Auckland';
const at = (text: string): number => Date.parse(text);

const MINUTE_MS = 60_000;
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * MINUTE_MS).toISOString().slice(11, 16));
const hours = fc.record({ from: time, until: time }).filter(({ from, until }) => from !== until);
// Clocks that are set by an hour, by half an hour, at midnight, south and north of the equator, and never.
const zone = fc.constantFrom(
  AUCKLAND,
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Europe/London',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
);
const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
// The nights in which it matters, not one in a thousand.
const aroundChange = fc
  .constantFrom(
    '2026-09-26T14:00:00Z',
    '2027-04-03T14:00:00Z',
    '2026-10-25T01:00:00Z',
    '2026-10-03T15:30:00Z',
  )
  .chain((change) =>
    fc.integer({ min: -12 * 60, max: 12 * 60 }).map((minutes) => at(change) + minutes * MINUTE_MS),
  );

describe('quiet hours', () => {
  it('go over midnight, begin with their first minute, and end with their last', () => {
    const until = (text: string) => quietUntil(NIGHT, at(text), AUCKLAND);
    // In November clocks in Auckland are 13 hours ahead.
    expect(until('2026-11-22T08:59:59.999Z')).toBeUndefined();
    expect(until('2026-11-22T09:00:00Z')).toBe(at('2026-11-22T18:00:00Z'));
    expect(until('2026-11-22T17:59:59.999Z')).toBe(at('2026-11-22T18:00:00Z'));
    expect(until('2026-11-22T18:00:00Z')).toBeUndefined();
    expect(quietUntil(null, at('2026-11-22T12:00:00Z'), AUCKLAND)).toBeUndefined();
  });

  it('end by the clock in the nights in which it is set', () => {
    // Spring forward on 27 September 2026: eight hours of night. Back on 4 April 2027: ten.
    expect(quietUntil(NIGHT, at('2026-09-26T10:00:00Z'), AUCKLAND)).toBe(at('2026-09-26T18:00:00Z'));
    expect(quietUntil(NIGHT, at('2027-04-03T09:00:00Z'), AUCKLAND)).toBe(at('2027-04-03T19:00:00Z'));
    // Half past two does not come that night: the quiet ends when clocks jump to three.
    const skipped = { from: '22:00', until: '02:30' };
    expect(quietUntil(skipped, at('2026-09-26T13:30:00Z'), AUCKLAND)).toBe(at('2026-09-26T14:00:00Z'));
  });

  it('end at the first moment that is not quiet, and at no other', () => {
    fc.assert(
      fc.property(hours, zone, fc.oneof(instant, aroundChange), (quiet, where, now) => {
        const end = quietUntil(quiet, now, where);
        expect(end === undefined).toBe(!isQuiet(quiet, now, where));
        if (end === undefined) return;
        expect(end).toBeGreaterThan(now);
        expect(isQuiet(quiet, end, where)).toBe(false);
        for (let on = now; on < end; on += 5 * MINUTE_MS) expect(isQuiet(quiet, on, where)).toBe(true);
        expect(isQuiet(quiet, end - 1, where)).toBe(true);
      }),
    );
  });

  it('are times of a day', () => {
    for (const good of ['00:00', '07:05', '23:59']) expect(isTimeOfDay(good)).toBe(true);
    for (const bad of ['24:00', '7:00', '07:60', '07:00:00', ' 07:00', ''])
      expect(isTimeOfDay(bad)).toBe(false);
  });
});
