import type { FoundMapping } from '@kinwise/api-client/schema';
import { describe, expect, it } from 'vitest';
import { correctionsOf, gapsOf, isChanged, withDelimiter, withHeaderLine, withRole } from './mapping.ts';

const READ: FoundMapping = {
  encoding: 'UTF-8',
  delimiter: ',',
  header_line: 1,
  first_line: 2,
  columns: { '0': 'date', '1': 'amount', '2': 'payee', '3': 'memo' },
  date_order: 'mdy',
  sign: 'positive_in',
  because: {
    date_order: { reason: 'A guess.', confidence: 0.4 },
    sign: { reason: 'You chose it.', confidence: 1 },
  },
};

describe('correcting how a table is read', () => {
  it('sends only what was corrected, and what the person had decided before', () => {
    expect(correctionsOf(READ, { ...READ, date_order: 'dmy' })).toEqual({
      date_order: 'dmy',
      sign: 'positive_in',
    });
  });

  it('sends nothing new when nothing was changed', () => {
    expect(correctionsOf(READ, READ)).toEqual({ sign: 'positive_in' });
    expect(isChanged(READ, READ)).toBe(false);
    expect(isChanged(READ, { ...READ, date_order: 'dmy' })).toBe(true);
  });

  it('gives a role to another column and takes it from the one that had it', () => {
    expect(withRole(READ, 3, 'date').columns).toEqual({
      '0': 'ignore',
      '1': 'amount',
      '2': 'payee',
      '3': 'date',
    });
  });

  it('lets several columns hold text', () => {
    expect(withRole(READ, 2, 'memo').columns).toEqual({
      '0': 'date',
      '1': 'amount',
      '2': 'memo',
      '3': 'memo',
    });
  });

  it('takes one column of amounts or two of out and in, never both', () => {
    const two = withRole(withRole(READ, 2, 'debit'), 3, 'credit');
    expect(two.columns).toEqual({ '0': 'date', '1': 'ignore', '2': 'debit', '3': 'credit' });
    expect(withRole(two, 1, 'amount').columns).toEqual({
      '0': 'date',
      '1': 'amount',
      '2': 'ignore',
      '3': 'ignore',
    });
  });

  it('finds the sign anew when the money stands in another column, and keeps it otherwise', () => {
    expect(withRole(READ, 3, 'amount').sign).toBeUndefined();
    expect(withRole(READ, 1, 'ignore').sign).toBeUndefined();
    expect(withRole(READ, 3, 'reference').sign).toBe('positive_in');
  });

  it('forgets the columns when the file is cut differently', () => {
    expect(withDelimiter(READ, ';')).toEqual({ encoding: 'UTF-8', delimiter: ';', because: READ.because });
    const other = withHeaderLine(READ, 4);
    expect(other).toMatchObject({ delimiter: ',', header_line: 4, date_order: 'mdy' });
    expect(other.columns).toBeUndefined();
    expect(other.first_line).toBeUndefined();
  });

  it('says which columns are missing', () => {
    expect(gapsOf(READ)).toEqual([]);
    expect(gapsOf(withRole(READ, 0, 'ignore'))).toEqual(['no_date']);
    expect(gapsOf({ columns: { '0': 'memo' } })).toEqual(['no_date', 'no_amount']);
    expect(gapsOf({})).toEqual([]);
  });
});
