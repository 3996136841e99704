import type { Transaction } from '@kinwise/api-client/schema';
import type { Day, Month } from '@kinwise/core/days';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowBetween, flowsOf, perDay } from './figures.ts';
import { largest, spendingByCategory } from './spending.ts';

const by = { currency: 'NZD', toHousehold: () => undefined };

function entry(amount: string, fields: Partial<Transaction> = {}): Transaction {
  const type = amount.startsWith('-') ? 'expense' : 'income';
  return {
    amount,
    currency: 'NZD',
    type,
    status: 'completed',
    occurred_on: '2026-11-10',
    category_id: 'food',
    splits: [],
    ...fields,
  } as Transaction;
}

it('transfers, pending and cancelled entries are neither income nor spending', () => {
  const entries = [
    entry('-10.00'),
    entry('2400.00'),
    entry('-200.00', { type: 'transfer' }),
    entry('-50.00', { status: 'pending' }),
    entry('-60.00', { status: 'cancelled' }),
  ];
  const flow = flowBetween(entries, ['2026-11-01' as Day, '2026-11-30' as Day], by);
  expect(flow).toEqual({ income: 240_000n, spent: -1_000n });
});

it('entries fall into the month of their day', () => {
  const entries = [entry('-10.00'), entry('-5.00', { occurred_on: '2026-10-31' as Day })];
  const flows = flowsOf(entries, ['2026-10', '2026-11'] as Month[], by);
  expect(flows.map((flow) => flow.spent)).toEqual([-500n, -1_000n]);
});

it('the parts of a split count each for its own category, a discount too', () => {
  const splits = [
    { id: 'a', category_id: 'food', member_id: null, amount: '-45.00', note: '' },
    { id: 'b', category_id: 'home', member_id: null, amount: '-5.00', note: '' },
    { id: 'c', category_id: 'food', member_id: null, amount: '10.00', note: '' },
  ];
  const sums = spendingByCategory([entry('-40.00', { category_id: null, splits })], by);
  expect(sums.map(({ category_id, minor }) => [category_id, minor])).toEqual([
    ['food', -3_500n],
    ['home', -500n],
  ]);
});

it('an entry of another currency counts by its own frozen rate', () => {
  const abroad = entry('-10.00', { currency: 'USD', household_amount: '-16.55' });
  expect(spendingByCategory([abroad], by)[0]?.minor).toBe(-1_655n);
});

it('no cent is lost when a split of another currency is shared out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 999_999 }),
      (cents, converted) => {
        const splits = cents.map((one, index) => ({
          id: String(index),
          category_id: String(index),
          member_id: null,
          note: '',
          amount: `-${(one / 100).toString()}`,
        }));
        const household_amount = `-${Math.floor(converted / 100)}.${String(converted % 100).padStart(2, '0')}`;
        const sums = spendingByCategory([entry('-1.00', { currency: 'USD', household_amount, splits })], by);
        expect(sums.reduce((sum, one) => sum + one.minor, 0n)).toBe(BigInt(-converted));
      },
    ),
  );
});

it('what is beyond the largest categories becomes one row, but never a row for a single one', () => {
  const sums = spendingByCategory(
    ['a', 'b', 'c', 'd'].map((category_id, index) => entry(`-${index + 1}.00`, { category_id })),
    by,
  );
  expect(largest(sums, 3).rest).toBeUndefined();
  expect(largest(sums, 2)).toMatchObject({
    rows: [{ category_id: 'd' }, { category_id: 'c' }],
    rest: { minor: -300n },
  });
});

it('nothing may be spent a day from accounts that are empty, and the last day has all of it', () => {
  expect(perDay(-5_000n, 10)).toBe(0n);
  expect(perDay(75_420n, 10)).toBe(7_542n);
  expect(perDay(75_420n, 0)).toBe(75_420n);
});
