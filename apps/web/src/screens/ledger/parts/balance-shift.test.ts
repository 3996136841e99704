import type { Transaction } from '@kinwise/api-client/schema';
import { expect, it } from 'vitest';
import { shiftsByAccount } from './balance-shift.ts';

function entry(amount: string, fields: Partial<Transaction> = {}): Transaction {
  return { account_id: 'everyday', amount, currency: 'NZD', status: 'completed', ...fields } as Transaction;
}

it('a new entry moves its account by its amount', () => {
  const sums = shiftsByAccount([{ before: undefined, after: entry('-5.50') }]);
  expect(sums.get('everyday')).toEqual({ booked: -550n, pending: 0n });
});

it('a changed amount moves the account by the difference', () => {
  const sums = shiftsByAccount([{ before: entry('-5.50'), after: entry('-7.00') }]);
  expect(sums.get('everyday')).toEqual({ booked: -150n, pending: 0n });
});

it('a deleted entry gives its amount back', () => {
  expect(shiftsByAccount([{ before: entry('-5.50'), after: undefined }]).get('everyday')?.booked).toBe(550n);
});

it('an entry that changes its account leaves one and reaches the other', () => {
  const sums = shiftsByAccount([{ before: entry('-5.50'), after: entry('-5.50', { account_id: 'card' }) }]);
  expect(sums.get('everyday')?.booked).toBe(550n);
  expect(sums.get('card')?.booked).toBe(-550n);
});

it('what becomes booked leaves the pending sum', () => {
  const before = entry('-5.50', { status: 'pending' });
  expect(shiftsByAccount([{ before, after: entry('-5.50') }]).get('everyday')).toEqual({
    booked: -550n,
    pending: 550n,
  });
});

it('a new transfer moves both of its accounts', () => {
  const after = entry('-200.00', { type: 'transfer', transfer_account_id: 'savings' });
  const sums = shiftsByAccount([{ before: undefined, after }]);
  expect(sums.get('everyday')?.booked).toBe(-20_000n);
  expect(sums.get('savings')?.booked).toBe(20_000n);
});

it('cancelled entries and those in the trash move nothing', () => {
  const trashed = entry('-5.50', { deleted_at: '2026-11-22T00:00:00Z' });
  const sums = shiftsByAccount([
    { before: undefined, after: entry('-5.50', { status: 'cancelled' }) },
    { before: trashed, after: trashed },
  ]);
  expect(sums.size).toBe(0);
});
