import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, shown } from '../testing.ts';

const ROWS = [
  '12-Nov-25,-50.00,071234567,,MISCELLANEOUS DEBIT,V1234 COLES,1234.56',
  '13-Nov-25,900.00,071234567,,INTER-BANK CREDIT,ACME PTY,2134.56',
  '14-Nov-25,-20.00,071234567,,EFTPOS PURCHASE,BP,2114.56',
];

describe('a column that only names kinds of bookings', () => {
  it('is no payee, however long its words are', () => {
    const file = fileOf(ROWS.join('\n'), { currency: 'AUD' });
    expect(shown(file)).toEqual([
      '2025-11-12 -5000 V1234 COLES',
      '2025-11-13 90000 ACME PTY',
      '2025-11-14 -2000 BP',
    ]);
    expect(rowsOf(file).map((row) => row.kind)).toEqual([
      'MISCELLANEOUS DEBIT',
      'INTER-BANK CREDIT',
      'EFTPOS PURCHASE',
    ]);
  });

  it('is none either beside named columns, of which none names the payee', () => {
    const file = fileOf(['Date,Amount,Account Number,,,,Balance', ...ROWS].join('\n'), { currency: 'AUD' });
    expect(rowsOf(file).map((row) => row.payee)).toEqual(['V1234 COLES', 'ACME PTY', 'BP']);
  });

  it('stands in for the payee where nothing else is said', () => {
    const file = fileOf(ROWS.map((row) => row.replace(/,[^,]*(,[^,]*)$/, '$1')).join('\n'), {
      currency: 'AUD',
    });
    expect(rowsOf(file)[0]?.payee).toBe('MISCELLANEOUS DEBIT');
  });
});
