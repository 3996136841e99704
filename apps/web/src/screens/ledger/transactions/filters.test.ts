import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterCount,
  filtersOf,
  isFiltered,
  type ListSearch,
  readListSearch,
  withFilter,
} from './filters.ts';

const GROCERIES = newId();
const EVERYDAY = newId();

const search = fc.record(
  {
    q: fc.constantFrom('coffee', 'Pak’nSave', '12.50'),
    account_id: fc.constantFrom(EVERYDAY, `${EVERYDAY},${GROCERIES}`),
    category_id: fc.constant(GROCERIES),
    type: fc.constantFrom('income', 'expense', 'transfer'),
    status: fc.constantFrom('pending', 'completed'),
    from: fc.constantFrom('2026-01-01', '2024-02-29'),
    to: fc.constant('2026-11-22'),
    min: fc.constantFrom('5', '0.01'),
    max: fc.constant('99.95'),
    uncategorised: fc.constant(true),
    has_splits: fc.boolean(),
    sort: fc.constantFrom('oldest', 'largest', 'smallest'),
    view: fc.constantFrom('trash', 'transfers'),
    entry: fc.constant(GROCERIES),
  },
  { requiredKeys: [] },
);

describe('filters in the address', () => {
  it('come back as they were put there', () => {
    fc.assert(
      fc.property(search, (written) => {
        expect(readListSearch(written)).toEqual(written);
        // The router writes an address as JSON; numbers and flags come back as what they look like.
        const typed = Object.fromEntries(
          Object.entries(written).map(([name, value]) => [name, jsonOf(value)]),
        );
        expect(readListSearch(typed)).toEqual(written);
      }),
    );
  });

  it('never fail, whatever somebody has typed there', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('q', 'account_id', 'currency', 'from', 'min', 'type', 'view', 'sort', 'entry'),
          fc.anything(),
        ),
        (junk) => {
          const read = readListSearch(junk);
          expect(readListSearch(read)).toEqual(read);
        },
      ),
    );
  });

  it('drop what is no text at all, wherever it stands', () => {
    const noText = { toString: false };
    expect(readListSearch({ account_id: [noText], entry: noText, currency: noText, q: [noText] })).toEqual(
      {},
    );
  });

  it('drop days that do not exist and ids that are none', () => {
    expect(readListSearch({ from: '2026-02-30', account_id: 'everyday', type: 'loan', min: '-5' })).toEqual(
      {},
    );
  });

  it('understand the links that the server gives for what needs a look', () => {
    expect(readListSearch({ needs_review: true })).toEqual({ needs_review: true });
    expect(readListSearch({ uncategorised: 'true' })).toEqual({ uncategorised: true });
    expect(readListSearch({ transfers: 'suggested' })).toEqual({ view: 'transfers' });
    expect(readListSearch({ occurred_on: '2026-11-22' })).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });

  it('are counted without the search field, and a range counts once', () => {
    const read: ListSearch = {
      q: 'rent',
      from: '2026-01-01' as Day,
      to: '2026-02-01' as Day,
      type: 'expense',
      entry: EVERYDAY,
    };
    expect(filterCount(filtersOf(read))).toBe(2);
    expect(isFiltered(filtersOf({ entry: EVERYDAY, sort: 'oldest' }))).toBe(false);
  });

  it('leave the address when they are cleared', () => {
    expect(withFilter<ListSearch, 'q'>({ q: 'rent', type: 'expense' }, 'q', undefined)).toEqual({
      type: 'expense',
    });
    expect(withFilter<ListSearch, 'q'>({}, 'q', '')).toEqual({});
  });
});

/** As the router reads a value of an address: JSON where it is JSON, else the text. */
function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return /^\d+$/.test(value) ? Number(value) : value;
}
