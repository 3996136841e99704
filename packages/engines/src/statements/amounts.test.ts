import { describe, expect, it } from 'vitest';
import { amountToken, currencyOfSymbol, minorOf } from './amounts.ts';
import type { DecimalMark } from './types.ts';

function minor(text: string, mark: DecimalMark = '.', currency = 'NZD'): bigint | undefined {
  const token = amountToken(text);
  const size = token === undefined ? undefined : minorOf(token.digits, mark, currency)?.minor;
  return size !== undefined && token?.negative === true ? -size : size;
}

describe('an amount in a file', () => {
  it.each<[string, DecimalMark, bigint]>([
    ['-5.00', '.', -500n],
    ['5', '.', 500n],
    ['.50', '.', 50n],
    ['1,234.56', '.', 123456n],
    ['1.234,56', ',', 123456n],
    ['1 234,56', ',', 123456n],
    ["1'234.56", '.', 123456n],
    ['1,00,000.00', '.', 10000000n],
    ['(12.50)', '.', -1250n],
    ['12.50-', '.', -1250n],
    ['−12.50', '.', -1250n],
    ['+ £1,100.00', '.', 110000n],
    ['-$5.00', '.', -500n],
    ['$-5.00', '.', -500n],
    ['NZ$10.63', '.', 1063n],
    ['12,50 EUR', ',', 1250n],
    ['12.50 CR', '.', 1250n],
    ['\u200f4.75', '.', 475n],
    ['00000000001500.0000', '.', 150000n],
  ])('%s is read', (text, mark, expected) => {
    expect(minor(text, mark)).toBe(expected);
  });

  it.each([
    '1e3',
    '٣',
    '1,2,3',
    '12.5.6',
    '--5',
    '(5',
    'K2',
    'abc 12',
    '',
    '-',
    '5%',
    '1,23.45',
    '99999999999999999',
  ])('%s is refused', (text) => {
    expect(minor(text)).toBeUndefined();
  });

  it('has the decimals of its currency, rounded half up where it has more', () => {
    expect(minor('1200', '.', 'JPY')).toBe(1200n);
    expect(minor('4.750', '.', 'JOD')).toBe(4750n);
    expect(minorOf('0.005', '.', 'NZD')).toEqual({ minor: 1n, rounded: true });
    expect(minorOf('8.850', '.', 'NZD')).toEqual({ minor: 885n, rounded: false });
  });

  it('names its currency only where the sign leaves no choice', () => {
    expect(currencyOfSymbol('£')).toBe('GBP');
    expect(currencyOfSymbol('eur')).toBe('EUR');
    expect(currencyOfSymbol('$')).toBeUndefined();
    expect(currencyOfSymbol('kr')).toBeUndefined();
  });
});
