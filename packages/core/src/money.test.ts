import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AMOUNT_MAX_MINOR,
  add,
  allocate,
  convert,
  formatWire,
  parseMoney,
  readAmount,
  readRate,
} from './money.ts';

const currency = fc.constantFrom('NZD', 'JPY', 'JOD', 'EUR');
const minor = fc.bigInt({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR });

describe('money', () => {
  it('comes back from the wire as it went out', () => {
    fc.assert(
      fc.property(currency, minor, (code, amount) => {
        expect(parseMoney(formatWire({ minor: amount, currency: code }), code).minor).toBe(amount);
      }),
    );
  });

  it.each([
    '',
    '1e3',
    '1,000.00',
    '٣',
    '+1',
    '.5',
    '5.',
    '01',
    ' 1',
    '--1',
    'NaN',
    '0x1',
    '1_0',
    '9223372036854775808.00.1',
  ])('refuses %j as an amount', (text) => {
    expect(readAmount(text, 'NZD')).toEqual({ ok: false, problem: 'amount_format' });
  });

  it('refuses more decimals than the currency has instead of rounding', () => {
    expect(readAmount('0.001', 'NZD')).toEqual({ ok: false, problem: 'amount_precision' });
    expect(readAmount('0.100', 'NZD')).toEqual({ ok: true, minor: 10n });
    expect(readAmount('1.5', 'JPY')).toEqual({ ok: false, problem: 'amount_precision' });
    expect(readAmount('1.234', 'JOD')).toEqual({ ok: true, minor: 1234n });
  });

  it('refuses amounts that no household has', () => {
    expect(readAmount('9223372036854775808', 'NZD')).toEqual({ ok: false, problem: 'amount_format' });
    expect(readAmount('922337203685477580', 'NZD')).toEqual({ ok: false, problem: 'amount_range' });
  });

  it('allocates to the last cent, whatever the weights', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(minor, weights, (amount, list) => {
        const parts = allocate(amount, list);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        expect(parts.every((part) => (amount < 0n ? part <= 0n : part >= 0n))).toBe(true);
      }),
    );
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  });

  it('converts between currencies of different decimals, half away from zero', () => {
    const scaled = readRate('88.125') ?? 0n;
    const yen = convert(parseMoney('10.00', 'NZD'), { base: 'NZD', quote: 'JPY', scaled });
    expect(formatWire(yen)).toBe('881');
    expect(
      convert({ minor: -5n, currency: 'NZD' }, { base: 'NZD', quote: 'EUR', scaled: readRate('0.5') ?? 0n })
        .minor,
    ).toBe(-3n);
  });

  it('never adds two currencies', () => {
    expect(() => add(parseMoney('1', 'NZD'), parseMoney('1', 'JPY'))).toThrow(TypeError);
  });
});
