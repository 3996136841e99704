import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../platform/clock.ts';
import { judged } from './lockout.ts';

const MOST = 5;
const DAY_MS = 86_400_000;
const RULE = { most: MOST, firstMs: 30 * 60_000, longestMs: DAY_MS };
const EMPTY = { failures: 0, total: 0, locks: 0, locked_until: null, last_at: instant(0) };

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
          row = next as typeof EMPTY;
        }
      }),
    );
  });

  it('starts again after a day without a try', () => {
    let row = EMPTY as Parameters<typeof judged>[0];
    for (let count = 0; count < MOST; count += 1) row = judged(row, DAY_MS, RULE).row;
    const later = DAY_MS + 1_800_000 + DAY_MS + 1;
    expect(judged(row, later, RULE).row).toMatchObject({ failures: 1, locks: 0, locked_until: null });
  });
});
