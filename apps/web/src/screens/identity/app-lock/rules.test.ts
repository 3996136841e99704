import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf } from './pin-rules.ts';
import { byThisClock, NO_TRIES, oneMore, type Tries, TRIES_MOST, tryStanding, waitMsAfter } from './tries.ts';

const DAY_MS = 86_400_000;
const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((list) => list.join(''));

describe('A PIN', () => {
  test('has six to twelve digits and nothing else', () => {
    fc.assert(fc.property(digits(0, 5), (pin) => faultOf(pin) === 'short'));
    fc.assert(fc.property(digits(13, 20), (pin) => faultOf(pin) === 'long'));
    for (const pin of ['12345a', '٣٤٥٦٧٨', '28 06 19', '-280619']) expect(faultOf(pin)).toBe('not-digits');
  });

  test('is no row, up or down by any step, over the end as well', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.integer({ min: 6, max: 12 }), (first, step, length) => {
        const row = Array.from({ length }, (_, at) => (first + at * step) % 10).join('');
        return faultOf(row) === 'easy';
      }),
    );
    for (const pin of ['000000', '123456', '654321', '987654', '890123', '24680246'])
      expect([pin, faultOf(pin)]).toEqual([pin, 'easy']);
  });

  test('is no piece again and again', () => {
    fc.assert(
      fc.property(digits(1, 3), fc.integer({ min: 6, max: 12 }), (piece, length) => {
        return faultOf(piece.repeat(12).slice(0, length)) === 'easy';
      }),
    );
  });

  test('may be almost anything else: of all with six digits fewer than 12 in 10,000 are refused', () => {
    const refused = Array.from({ length: 1_000_000 }, (_, one) => String(one).padStart(6, '0')).filter(
      (pin) => faultOf(pin) !== undefined,
    );
    expect(refused.length).toBeLessThan(1200);
    for (const pin of ['280619', '112233', '135792', '123457']) expect(faultOf(pin)).toBeUndefined();
  });
});

/** What somebody does who guesses: waits for so long, then tries. */
const guesses = fc.array(fc.integer({ min: 0, max: DAY_MS }), { maxLength: 60 });

/** Counts as the lock does; answers the standing after each. */
function guessing(waits: readonly number[]): { tries: Tries; taken: number; now: number } {
  let now = 1_800_000_000_000;
  let tries = NO_TRIES;
  let taken = 0;
  for (const wait of waits) {
    now += wait;
    tries = byThisClock(tries, now);
    if (tryStanding(tries, now).kind !== 'open') continue;
    tries = oneMore(tries, now);
    taken += 1;
  }
  return { tries, taken, now };
}

describe('Wrong tries', () => {
  test('are ten at most, however long one waits between them', () => {
    fc.assert(fc.property(guesses, (waits) => guessing(waits).taken <= TRIES_MOST));
    expect(tryStanding(guessing(Array(30).fill(DAY_MS)).tries, 0).kind).toBe('out');
  });

  test('are five within a moment, and no more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 5, maxLength: 40 }), (waits) => {
        expect(guessing(waits).taken).toBe(5);
      }),
    );
  });

  test('make one wait half a minute, and twice as long each time', () => {
    expect([4, 5, 6, 7, 8, 9].map(waitMsAfter)).toEqual([0, 30_000, 60_000, 120_000, 240_000, 480_000]);
    const { tries, now } = guessing([0, 0, 0, 0, 0]);
    expect(tryStanding(tries, now)).toEqual({ kind: 'waiting', untilMs: now + 30_000 });
    expect(tryStanding(tries, now + 29_999).kind).toBe('waiting');
    expect(tryStanding(tries, now + 30_000).kind).toBe('open');
  });

  test('never make one wait longer because the clock was set back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9 }), fc.nat(400 * DAY_MS), (failures, back) => {
        const failedAt = 1_800_000_000_000;
        const now = failedAt - back;
        const standing = tryStanding(byThisClock({ failures, failedAt }, now), now);
        return standing.kind === 'waiting' && standing.untilMs - now <= waitMsAfter(failures);
      }),
    );
  });
});
