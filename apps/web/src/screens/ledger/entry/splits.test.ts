import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wireOf } from '../parts/amounts.ts';
import { evenly, type Part, partsOf, problemOf, remaining, splitsOf, withRest } from './splits.ts';

const shop = { amount: '-40.00', currency: 'NZD' };

function part(amount: string | undefined, id = amount ?? 'none'): Part {
  return { id, category_id: null, member_id: null, amount, note: '' };
}

it('what is left of an expense is told to the cent', () => {
  expect(remaining(shop, [part('12.50'), part('27.49')])).toBe(1n);
  expect(remaining(shop, [part('12.50'), part('27.51')])).toBe(-1n);
  expect(remaining(shop, [part(undefined)])).toBe(4000n);
});

it('parts can be saved only when there are two or more that make up the whole', () => {
  expect(problemOf(shop, [part('40.00')])).toBe('too_few');
  expect(problemOf(shop, [part('40.00'), part(undefined)])).toBe('unread');
  expect(problemOf(shop, [part('40.00'), part('0.00')])).toBe('zero');
  expect(problemOf(shop, [part('30.00'), part('9.99')])).toBe('sum');
  expect(problemOf(shop, [part('30.00'), part('10.00')])).toBeUndefined();
});

it('a discount may be a part of its own', () => {
  expect(problemOf(shop, [part('45.00'), part('-5.00')])).toBeUndefined();
  expect(splitsOf(shop, [part('45.00'), part('-5.00')]).map((split) => split.amount)).toEqual([
    '-45.00',
    '5.00',
  ]);
});

it('sharing evenly loses no cent, whatever the amount, the currency and the number of parts', () => {
  const minor = fc.bigInt({ min: -99_999_999n, max: 99_999_999n }).filter((one) => one !== 0n);
  fc.assert(
    fc.property(
      minor,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('NZD', 'JPY', 'KWD'),
      (amount, count, currency) => {
        const whole = { amount: wireOf(amount, currency), currency };
        const parts = evenly(
          whole,
          Array.from({ length: count }, (_, index) => part('0', String(index))),
        );
        expect(remaining(whole, parts)).toBe(0n);
      },
    ),
  );
});

it('the rest of any parts makes the sum right', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 2, maxLength: 6 }), (cents) => {
      const parts = cents.map((one, index) => part(wireOf(BigInt(one), 'NZD'), String(index)));
      expect(remaining(shop, withRest(shop, parts, '0'))).toBe(0n);
    }),
  );
});

it('parts come from the wire and go back to it unchanged', () => {
  const splits = [
    { id: 'a', category_id: 'food', member_id: null, amount: '-12.50', note: 'lunch' },
    { id: 'b', category_id: null, member_id: 'tama', amount: '-27.50', note: '' },
  ];
  expect(splitsOf(shop, partsOf(shop, splits))).toEqual(splits);
});
