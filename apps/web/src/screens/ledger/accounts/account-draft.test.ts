import type { Account } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { expect, it } from 'vitest';
import { bodyOf, changeOf, draftOf } from './account-draft.ts';

const fresh = { currency: 'NZD', today: '2026-11-22' as Day };
const card = {
  id: 'visa',
  name: 'Visa',
  kind: 'credit',
  currency: 'NZD',
  opening_balance: '-320.00',
  opened_on: '2026-01-01',
  credit_limit: '5000.00',
  overdraft_limit: '0.00',
  allow_overdraft: false,
  visibility: 'shared',
  count_in_totals: false,
  include_in_totals: true,
  institution: '',
  notes: '',
} as unknown as Account;

it('what is owed on a card is typed as it stands on the bill and kept as a debt', () => {
  const draft = {
    ...draftOf(undefined, fresh),
    kind: 'credit' as const,
    name: 'Visa',
    opening: '320.00',
    credit: '5000.00',
  };
  expect(bodyOf(draft)).toMatchObject({ opening_balance: '-320.00', credit_limit: '5000.00' });
  expect(draftOf(card, fresh).opening).toBe('320.00');
});

it('an account opens with nothing when nothing was typed', () => {
  expect(bodyOf({ ...draftOf(undefined, fresh), name: ' Everyday ' })).toMatchObject({
    name: 'Everyday',
    opening_balance: '0.00',
    opened_on: '2026-11-22',
  });
});

it('only what was changed is sent, and nothing when nothing was', () => {
  const draft = draftOf(card, fresh);
  expect(changeOf(card, draft)).toEqual({});
  expect(changeOf(card, { ...draft, name: 'Blue card' })).toEqual({ name: 'Blue card' });
});

it('the account number leaves the device only when a new one was typed', () => {
  expect(changeOf(card, { ...draftOf(card, fresh), number: ' 12-3456-0123456-00 ' })).toEqual({
    number: '12-3456-0123456-00',
  });
});

it('an overdraft limit allows an overdraft, and none does not', () => {
  const draft = { ...draftOf(undefined, fresh), name: 'Everyday' };
  expect(bodyOf({ ...draft, overdraft: '500.00' })).toMatchObject({
    overdraft_limit: '500.00',
    allow_overdraft: true,
  });
  expect(bodyOf(draft)).toMatchObject({ overdraft_limit: '0.00', allow_overdraft: false });
});
