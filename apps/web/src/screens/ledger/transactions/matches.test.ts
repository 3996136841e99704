import type { Category, Transaction } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { describe, expect, it } from 'vitest';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { testOf } from './matches.ts';

const food = { id: 'food', parent_id: null, name: 'Food' } as Category;
const cafes = { id: 'cafes', parent_id: 'food', name: 'Cafés', name_mi: 'Wharekawhe' } as Category;
const facts: LedgerFacts = {
  ready: true,
  accounts: new Map(),
  categories: new Map([
    ['food', food],
    ['cafes', cafes],
  ]),
  tags: new Map(),
  people: new Map(),
  nameOf: (id) => (id === 'cafes' ? 'Cafés' : undefined),
};

function entry(fields: Partial<Transaction>, waiting = false): FoldedTransaction {
  const row = {
    id: 'one',
    account_id: 'everyday',
    occurred_on: '2026-11-22' as Day,
    amount: '-5.50',
    currency: 'NZD',
    type: 'expense',
    status: 'completed',
    source: 'manual',
    payee: 'Tūī Coffee',
    category_id: 'cafes',
    tags: [],
    splits: [],
    needs_review: false,
    version: 1,
    ...fields,
  } as Transaction;
  return { id: row.id, row, version: 1, waiting, blocked: false };
}

describe('a list with filters', () => {
  it('finds entries by a category above theirs', () => {
    expect(testOf({ category_id: 'food' }, facts)(entry({}))).toBe(true);
    expect(testOf({ category_id: 'cafes' }, facts)(entry({ category_id: 'food' }))).toBe(false);
  });

  it('finds a split entry by the category of a part, and not by its own', () => {
    const splits = [{ id: 's', category_id: 'cafes', member_id: null, amount: '-5.50', note: '' }];
    expect(testOf({ category_id: 'cafes' }, facts)(entry({ category_id: null, splits }))).toBe(true);
    expect(testOf({ uncategorised: true }, facts)(entry({ category_id: null, splits }))).toBe(false);
  });

  it('does not call a transfer uncategorised', () => {
    expect(testOf({ uncategorised: true }, facts)(entry({ category_id: null, type: 'transfer' }))).toBe(
      false,
    );
    expect(testOf({ uncategorised: true }, facts)(entry({ category_id: null }))).toBe(true);
  });

  it('finds payees without their macrons, in any order of words', () => {
    expect(testOf({ q: 'coffee tui' }, facts)(entry({}))).toBe(true);
    expect(testOf({ q: 'coffee kiwi' }, facts)(entry({}))).toBe(false);
  });

  it('finds an amount by its size, and by its sign when one is given', () => {
    expect(testOf({ q: '5.5' }, facts)(entry({}))).toBe(true);
    expect(testOf({ q: '-5.50' }, facts)(entry({ amount: '5.50' }))).toBe(false);
    expect(testOf({ min: '5', max: '6' }, facts)(entry({ amount: '-5.50' }))).toBe(true);
    expect(testOf({ min: '5.51' }, facts)(entry({}))).toBe(false);
  });

  it('keeps to its days, both included', () => {
    const week = testOf({ from: '2026-11-16' as Day, to: '2026-11-22' as Day }, facts);
    expect(week(entry({}))).toBe(true);
    expect(week(entry({ occurred_on: '2026-11-23' as Day }))).toBe(false);
  });

  it('shows only what waits when asked to', () => {
    expect(testOf({ waiting: true }, facts)(entry({}, true))).toBe(true);
    expect(testOf({ waiting: true }, facts)(entry({}))).toBe(false);
  });
});
