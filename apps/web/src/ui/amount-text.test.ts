import { describe, expect, it } from 'vitest';
import { type AmountFault, onlyOurSeparators, readAmountText } from './amount-text.ts';

const typed = (text: string, currency = 'NZD') => {
  const read = readAmountText(text, currency);
  return read.kind === 'amount' ? read.typed : undefined;
};
const fault = (text: string, currency = 'NZD'): AmountFault | undefined => {
  const read = readAmountText(text, currency);
  return read.kind === 'fault' ? read.fault : undefined;
};

describe('a text of the amount field', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['$', ''],
    ['0', '0'],
    ['1,000.00', '1000.00'],
    ['1 000', '1000'],
    [' 12.50 ', '12.50'],
    ['$12.50', '12.50'],
    ['NZ$12.50', '12.50'],
    ['12.50 NZD', '12.50'],
    ['+5', '5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['12.', '12.'],
    ['999999999.99', '999999999.99'],
  ])('“%s” is %s', (text, amount) => expect(typed(text)).toBe(amount));

  it.each<[string, AmountFault]>([
    ['-0', 'sign'],
    ['-5', 'sign'],
    ['−5', 'sign'],
    ['5-', 'sign'],
    ['-$5', 'sign'],
    ['1e3', 'form'],
    ['٣', 'form'],
    ['12.5.0', 'form'],
    ['12,50', 'form'],
    ['1.000,00', 'form'],
    ['(5)', 'form'],
    ['€5', 'form'],
    ['US$5', 'form'],
    ['5 + 3', 'form'],
    ['0x10', 'form'],
    ['NaN', 'form'],
    ['0.001', 'decimals'],
    ['9223372036854775808', 'size'],
    ['99999999999999999', 'size'],
    ['1000000000', 'size'],
  ])('“%s” is refused: %s', (text, why) => expect(fault(text)).toBe(why));

  it('no part is smaller than the currency has', () => {
    expect(typed('1200', 'JPY')).toBe('1200');
    expect(typed('¥1,200', 'JPY')).toBe('1200');
    expect(fault('12.5', 'JPY')).toBe('decimals');
    expect(fault('12.', 'JPY')).toBe('decimals');
    expect(typed('1.234', 'KWD')).toBe('1.234');
  });

  it('what is read once is read as the same again', () => {
    for (const text of ['1,000.00', '$12.5', '12.', '.5'])
      expect(typed(typed(text) ?? '-')).toBe(typed(text));
  });

  it('separators that the field put there itself may stand anywhere while one types', () => {
    expect(onlyOurSeparators('$1,234', '$1,2345')).toBe(true);
    expect(onlyOurSeparators('$1,234', '$1,23')).toBe(true);
    expect(onlyOurSeparators('$0', '12,50')).toBe(false);
    expect(onlyOurSeparators('$1,234', '12,50')).toBe(false);
    expect(onlyOurSeparators('$12', '$12,')).toBe(false);
    expect(readAmountText('$1,2345', 'NZD', { ours: true })).toEqual({ kind: 'amount', typed: '12345' });
    expect(fault('$1,2345')).toBe('form');
  });
});
