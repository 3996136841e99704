import type { Transaction } from '@kinwise/api-client/schema';
import { addDays, type Day } from '@kinwise/core/days';
import { expect, it } from 'vitest';
import { guessPayees, learnPayees } from './payee-guess.ts';

const today = '2026-11-22' as Day;

function spent(payee: string, daysAgo: number, fields: Partial<Transaction> = {}): Transaction {
  return {
    account_id: 'everyday',
    occurred_on: addDays(today, -daysAgo),
    amount: '-18.30',
    currency: 'NZD',
    type: 'expense',
    payee,
    category_id: 'groceries',
    ...fields,
  } as Transaction;
}

function namesFor(entries: Transaction[], asked: Partial<Parameters<typeof guessPayees>[1]> = {}): string[] {
  const newestFirst = [...entries].sort((left, right) => (left.occurred_on < right.occurred_on ? 1 : -1));
  const known = learnPayees(newestFirst, today);
  return guessPayees(known, { kind: 'expense', typed: '', amount: undefined, ...asked }).map(
    (payee) => payee.name,
  );
}

it('who is paid often stands before who was paid once', () => {
  expect(namesFor([spent('Bunnings', 0), spent('Pak’nSave', 1), spent('Pak’nSave', 8)])).toEqual([
    'Pak’nSave',
    'Bunnings',
  ]);
});

it('what is long ago counts less than what is fresh', () => {
  const old = [200, 207, 214, 221].map((days) => spent('Old gym', days));
  expect(namesFor([...old, spent('New gym', 2)])).toEqual(['New gym', 'Old gym']);
});

it('an amount that somebody always asks leads to them', () => {
  const bus = [1, 2, 3].map((days) => spent('AT Bus', days, { amount: '-2.60' }));
  const shop = [1, 2, 3, 4].map((days) => spent('Dairy', days, { amount: `-${days}.10` }));
  expect(namesFor([...bus, ...shop])[0]).toBe('Dairy');
  expect(namesFor([...bus, ...shop], { amount: '2.60' })[0]).toBe('AT Bus');
});

it('a name is found by a part of it, without macrons', () => {
  expect(namesFor([spent('Tūī Coffee', 1), spent('Dairy', 1)], { typed: 'tui' })).toEqual(['Tūī Coffee']);
});

it('a payee brings its usual category and account, not the one of a single exception', () => {
  const entries = [
    spent('Mitre 10', 1, { category_id: 'gifts', account_id: 'card' }),
    spent('Mitre 10', 9, { category_id: 'hardware' }),
    spent('Mitre 10', 20, { category_id: 'hardware' }),
  ];
  const [payee] = learnPayees(entries, today);
  expect(payee).toMatchObject({ category_id: 'hardware', account_id: 'everyday', usual: '18.30' });
});

it('who pays us is not offered as somebody to pay', () => {
  const wages = spent('Fonterra', 3, { type: 'income', amount: '2400.00' });
  expect(namesFor([wages, spent('Dairy', 3)])).toEqual(['Dairy']);
  expect(namesFor([wages], { kind: 'income' })).toEqual(['Fonterra']);
});

it('transfers teach no payees', () => {
  expect(namesFor([spent('Savings', 1, { type: 'transfer' })])).toEqual([]);
});
