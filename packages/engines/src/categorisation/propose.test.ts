import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from './names.ts';
import { makeProposer } from './propose.ts';
import type { EntryType, History, PayeeCount } from './propose.ts';

const categories = [
  { id: 'groceries', name: 'Groceries', kind: 'expense' as const },
  { id: 'pharmacy', name: 'Pharmacy', kind: 'expense' as const },
  { id: 'salary', name: 'Salary', kind: 'income' as const },
  { id: 'other', name: 'Other', kind: 'both' as const },
];

/** `12 groceries` for a payee, as the household's entries would have it. */
function counts(name: string, text: string, more: Partial<PayeeCount> = {}): PayeeCount[] {
  return text.split(', ').map((part) => {
    const [entries = '0', category_id = ''] = part.split(' ');
    const key = nameKey(name);
    return { key, name, merchant_id: null, type: 'expense', category_id, entries: Number(entries), ...more };
  });
}

const history = (change: Partial<History>): History => ({
  categories,
  merchants: [],
  aliases: [],
  counts: [],
  ...change,
});

const ask = (of: Partial<History>, payee: string, type: EntryType = 'expense') =>
  makeProposer(history(of))({ payee, type });

describe('a proposal', () => {
  it('follows what the household did with the payee, and says how often', () => {
    expect(ask({ counts: counts('Countdown', '14 groceries, 1 pharmacy') }, 'COUNTDOWN')).toEqual({
      category_id: 'groceries',
      confidence: 91,
      code: 'payee_history',
      reason: '14 of 15 Countdown entries were Groceries.',
    });
  });

  it('is surer the more often it went the same way', () => {
    const sure = [1, 2, 3, 10, 100].map(
      (entries) => ask({ counts: counts('Countdown', `${entries} groceries`) }, 'Countdown')?.confidence,
    );
    expect(sure).toEqual([83, 88, 90, 96, 100]);
  });

  it('is not made where the payee goes everywhere', () => {
    const mixed = counts('Trade Me', '2 groceries, 2 pharmacy, 2 other');
    const few = makeProposer(history({ counts: mixed }))({ payee: 'Trade Me', type: 'expense' });
    expect(few?.confidence ?? 0).toBeLessThan(60);
    expect(ask({}, 'Countdown')).toBeUndefined();
    expect(ask({ counts: mixed }, '  ')).toBeUndefined();
  });

  it('takes a merchant’s own category before any history, for all of its names', () => {
    const merchants = [{ id: 'm1', name: 'Countdown', default_category_id: 'pharmacy' }];
    const aliases = [{ key: 'cd online', merchant_id: 'm1' }];
    const of = { merchants, aliases, counts: counts('Countdown', '9 groceries') };
    for (const payee of ['countdown', 'CD Online']) {
      expect(ask(of, payee)).toMatchObject({
        category_id: 'pharmacy',
        code: 'merchant_default',
        reason: 'Countdown goes to Pharmacy.',
      });
    }
  });

  it('takes the history of a merchant for a name of it that is new', () => {
    const of = {
      merchants: [{ id: 'm1', name: 'Countdown', default_category_id: null }],
      aliases: [{ key: 'cd online', merchant_id: 'm1' }],
      counts: counts('COUNTDOWN 1', '5 groceries', { merchant_id: 'm1' }),
    };
    expect(ask(of, 'CD ONLINE')).toMatchObject({ category_id: 'groceries', code: 'merchant_history' });
  });

  it('recognises another branch of a payee', () => {
    expect(
      ask({ counts: counts('COUNTDOWN 4412 HAMILTON', '8 groceries') }, 'Countdown 77 Hamilton'),
    ).toMatchObject({
      category_id: 'groceries',
      code: 'similar_payees',
      reason: '8 of 8 entries like “countdown hamilton” were Groceries.',
    });
  });

  it('takes a word in common as a hint, after a few of them', () => {
    const seen = [...counts('Unichem Pharmacy', '2 pharmacy'), ...counts('Bay Pharmacy', '1 pharmacy')];
    expect(ask({ counts: seen }, 'Life Pharmacy Te Rapa')).toMatchObject({
      category_id: 'pharmacy',
      code: 'shared_word',
      reason: '3 of 3 entries with “pharmacy” were Pharmacy.',
    });
    expect(ask({ counts: seen.slice(0, 1) }, 'Life Pharmacy')).toBeUndefined();
  });

  it('never puts spending into an income category, and brings a refund back where it went out', () => {
    const wages = counts('Acme', '9 salary', { type: 'income' });
    expect(ask({ counts: wages }, 'Acme', 'income')).toMatchObject({ category_id: 'salary' });
    expect(ask({ counts: wages }, 'Acme', 'expense')).toBeUndefined();
    expect(ask({ counts: counts('Countdown', '9 groceries') }, 'Countdown', 'income')).toMatchObject({
      category_id: 'groceries',
      confidence: 76,
    });
  });

  it('forgets categories that are gone', () => {
    expect(ask({ counts: counts('Countdown', '9 deleted') }, 'Countdown')).toBeUndefined();
    expect(ask({ counts: counts('Countdown', '9 deleted, 1 groceries') }, 'Countdown')).toMatchObject({
      reason: 'The one Countdown entry was Groceries.',
    });
  });

  it('is always a category that the entry may have, with a confidence from 40 to 100, and the same each time', () => {
    const name = fc.constantFrom('Countdown', 'COUNTDOWN 12', 'Bay Pharmacy', 'Acme Ltd', '12', 'Ōtaki Café');
    const count = fc
      .record({
        name,
        merchant_id: fc.constantFrom(null, 'm1'),
        type: fc.constantFrom('income' as const, 'expense' as const),
        category_id: fc.constantFrom('groceries', 'pharmacy', 'salary', 'other', 'deleted'),
        entries: fc.integer({ min: 1, max: 50 }),
      })
      .map((row): PayeeCount => ({ ...row, key: nameKey(row.name) }));
    const type = fc.constantFrom('income' as const, 'expense' as const);
    fc.assert(
      fc.property(fc.array(count, { maxLength: 20 }), name, type, (counts, payee, type) => {
        const merchants = [{ id: 'm1', name: 'Countdown', default_category_id: null }];
        const proposal = ask({ counts, merchants }, payee, type);
        expect(ask({ counts: [...counts].reverse(), merchants }, payee, type)).toEqual(proposal);
        if (!proposal) return;
        const category = categories.find((one) => one.id === proposal.category_id);
        expect(category).toBeDefined();
        if (type === 'expense') expect(category?.kind).not.toBe('income');
        expect(proposal.confidence).toBeGreaterThanOrEqual(40);
        expect(proposal.confidence).toBeLessThanOrEqual(100);
      }),
    );
  });
});
