import type { Account, Category } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { expect, it } from 'vitest';
import { bodyOf, type Draft, turned } from './draft.ts';

const accounts = new Map(
  [
    { id: 'everyday', currency: 'NZD' },
    { id: 'savings', currency: 'NZD' },
    { id: 'rarotonga', currency: 'USD' },
  ].map((account) => [account.id, account as Account]),
);

const coffee: Draft = {
  kind: 'expense',
  typed: '5.5',
  payee: 'Tūī Coffee',
  category: 'cafes',
  account: 'everyday',
  to: undefined,
  arrives: undefined,
  day: '2026-11-22' as Day,
  notes: '',
  parts: [],
};

it('an expense is written with a minus, an income without', () => {
  expect(bodyOf(coffee, accounts)).toMatchObject({ amount: '-5.50', type: 'expense', category_id: 'cafes' });
  expect(bodyOf({ ...coffee, kind: 'income' }, accounts)).toMatchObject({ amount: '5.50', type: 'income' });
});

it('the other way for the money takes no category along that is not meant for it', () => {
  const kinds = { cafes: 'expense', gifts: 'both', pay: 'income' } as const;
  const categories = new Map(Object.entries(kinds).map(([id, kind]) => [id, { id, kind } as Category]));
  const [asIncome, asExpense] = [turned(coffee, 'income', categories), turned(coffee, 'expense', categories)];
  expect(bodyOf(asIncome, accounts)).not.toHaveProperty('category_id');
  expect(asExpense.category).toBe('cafes');
  expect(turned({ ...coffee, category: 'gifts' }, 'income', categories).category).toBe('gifts');
  expect(turned(turned(coffee, 'transfer', categories), 'expense', categories).category).toBe('cafes');
});

it('nothing is saved while there is no amount', () => {
  for (const typed of ['', '0', '0.', '0.00']) expect(bodyOf({ ...coffee, typed }, accounts)).toBeUndefined();
});

it('nothing is saved of a text that is no amount', () => {
  for (const typed of ['1e3', '-5', '99999999999999999', '0.001', '12,50', '٣'])
    expect(bodyOf({ ...coffee, typed }, accounts)).toBeUndefined();
});

it('a transfer names another account and never a category', () => {
  expect(bodyOf({ ...coffee, kind: 'transfer' }, accounts)).toBeUndefined();
  expect(bodyOf({ ...coffee, kind: 'transfer', to: 'everyday' }, accounts)).toBeUndefined();
  const body = bodyOf({ ...coffee, kind: 'transfer', to: 'savings' }, accounts);
  expect(body).toMatchObject({ amount: '-5.50', transfer_account_id: 'savings' });
  expect(body).not.toHaveProperty('category_id');
});

it('a transfer into another currency also needs what arrives', () => {
  const abroad: Draft = { ...coffee, kind: 'transfer', to: 'rarotonga' };
  expect(bodyOf(abroad, accounts)).toBeUndefined();
  expect(bodyOf({ ...abroad, arrives: '3.20' }, accounts)).toMatchObject({ transfer_amount: '3.20' });
});

it('parts that no longer make up the amount hold the saving back', () => {
  const parts = ['3.00', '2.50'].map((amount) => ({
    id: amount,
    category_id: null,
    member_id: null,
    amount,
    note: '',
  }));
  expect(bodyOf({ ...coffee, parts }, accounts)?.['splits']).toHaveLength(2);
  expect(bodyOf({ ...coffee, parts, typed: '6' }, accounts)).toBeUndefined();
});
