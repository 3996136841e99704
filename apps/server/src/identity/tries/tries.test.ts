import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../platform/clock.ts';
import { OPEN_MS, came, failed, forgiven, judged, settled, standingOf } from './tries.ts';
import type { Counter } from './tries.ts';

const MOST = 5;
const DAY_MS = 86_400_000;
const RULE = { most: MOST, firstMs: 30 * 60_000, longestMs: DAY_MS };
const EMPTY: Counter = {
  failures: 0,
  total: 0,
  locks: 0,
  locked_until: null,
  last_at: instant(0),
  failed_at: null,
  open_tries: {},
};

describe('the counter of wrong passwords', () => {
  it('looks at five between two locks at most, and never shortens a lock within a quiet day', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 2 * 3600_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(pauses, (steps) => {
        let row = EMPTY;
        let nowMs = DAY_MS;
        let looked = 0;
        let lastLock = 0;
        for (const [index, pause] of steps.entries()) {
          nowMs += pause;
          const { row: next, verdict } = judged(row, nowMs, RULE);
          expect(next.total).toBe(index + 1);
          if (verdict.locked) expect(verdict.untilMs).toBeGreaterThan(nowMs);
          else looked += 1;
          if (!verdict.locked && verdict.lockingMs !== undefined) {
            expect(looked).toBe(MOST);
            expect(verdict.lockingMs).toBeGreaterThanOrEqual(Math.min(lastLock * 2, DAY_MS));
            lastLock = verdict.lockingMs;
            looked = 0;
          }
          expect(looked).toBeLessThan(MOST);
          row = next;
        }
      }),
    );
  });

  it('starts again after a day without a try', () => {
    let row = EMPTY;
    for (let count = 0; count < MOST; count += 1) row = judged(row, DAY_MS, RULE).row;
    const later = DAY_MS + 1_800_000 + DAY_MS + 1;
    expect(judged(row, later, RULE).row).toMatchObject({ failures: 1, locks: 0, locked_until: null });
  });
});

describe('the counter of passwords that are being looked at', () => {
  /** What may happen next: somebody comes, one that is looked at ends, or time goes by. */
  const happening = fc.oneof(
    fc.record({ what: fc.constant('comes' as const) }),
    fc.record({ what: fc.constantFrom('wrong' as const, 'right' as const), which: fc.nat(20) }),
    fc.record({ what: fc.constant('waits' as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
  );

  it('never looks at more wrong ones between two locks than it may, in whatever order they end', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 300 }), (happenings) => {
        let row = EMPTY;
        let nowMs = DAY_MS;
        let looking: string[] = [];
        let wrong = 0;
        for (const [index, next] of happenings.entries()) {
          if (next.what === 'waits') nowMs += next.ms;
          row = settled(row, nowMs, RULE);
          if (standingOf(row, nowMs, RULE).kind === 'locked') wrong = 0;
          // Who is still being looked at when a try dies has been counted as wrong.
          if (next.what === 'comes' && standingOf(row, nowMs, RULE).kind === 'free') {
            row = came(row, nowMs, `try ${index}`);
            looking.push(`try ${index}`);
          }
          const one = next.what === 'wrong' || next.what === 'right' ? looking[next.which] : undefined;
          if (one === undefined) continue;
          looking = looking.filter((other) => other !== one);
          const wasOpen = one in row.open_tries;
          row = next.what === 'right' ? forgiven(row, one) : failed(row, one, { nowMs, rule: RULE }).row;
          wrong = next.what === 'right' ? 0 : wrong + (wasOpen ? 1 : 0);
          expect(wrong).toBeLessThanOrEqual(MOST);
          expect(row.failures + Object.keys(row.open_tries).length).toBeLessThanOrEqual(MOST);
        }
      }),
    );
  });

  it('lets none be looked at that could be the sixth, and locks with the fifth that was wrong', () => {
    let row = EMPTY;
    for (const id of ['a', 'b', 'c', 'd', 'e']) row = came(row, DAY_MS, id);
    expect(standingOf(row, DAY_MS, RULE)).toEqual({ kind: 'busy' });
    for (const id of ['a', 'b', 'c', 'd']) row = failed(row, id, { nowMs: DAY_MS, rule: RULE }).row;
    expect(standingOf(row, DAY_MS, RULE)).toEqual({ kind: 'busy' });
    const last = failed(row, 'e', { nowMs: DAY_MS, rule: RULE });
    expect(last.lockingMs).toBe(RULE.firstMs);
    expect(standingOf(last.row, DAY_MS, RULE).kind).toBe('locked');
  });

  it('counts as wrong what nobody ever answered for', () => {
    let row = EMPTY;
    for (const id of ['a', 'b', 'c', 'd', 'e']) row = came(row, DAY_MS, id);
    expect(settled(row, DAY_MS + OPEN_MS, RULE)).toEqual(row);
    const later = DAY_MS + OPEN_MS + 1;
    expect(standingOf(settled(row, later, RULE), later, RULE).kind).toBe('locked');
  });

  it('slows from the third wrong one on, twice as long each time and no longer than it may', () => {
    const rule = { ...RULE, most: 10, slow: { after: 3, firstMs: 1000, longestMs: 4000 } };
    const waits: number[] = [];
    let row = EMPTY;
    for (let count = 0; count < 7; count += 1) {
      row = failed(came(row, DAY_MS, 'a'), 'a', { nowMs: DAY_MS, rule }).row;
      const standing = standingOf(row, DAY_MS, rule);
      waits.push(standing.kind === 'slow' ? standing.untilMs - DAY_MS : 0);
    }
    expect(waits).toEqual([0, 0, 1000, 2000, 4000, 4000, 4000]);
    expect(standingOf(row, DAY_MS + 4000, rule).kind).toBe('free');
    const off = { ...rule, slow: { ...rule.slow, firstMs: 0 } };
    expect(standingOf(row, DAY_MS, off).kind).toBe('free');
  });
});
