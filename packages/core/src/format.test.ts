import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, Month } from './days.ts';
import {
  currencySymbol,
  EN_NZ,
  formatCount,
  formatDay,
  formatMoney,
  formatMonth,
  formatNearDay,
  formatShare,
  formatTime,
  moneyParts,
  readTypedAmount,
  weekdayNames,
} from './format.ts';
import { formatWire } from './money.ts';

const MI = { tag: 'mi-NZ' } as const;
const day = (text: string): Day => text as Day;

describe('amounts', () => {
  test('are written with the sign before the symbol and a real minus', () => {
    expect(formatMoney({ amount: '-1234.50', currency: 'NZD' })).toBe('−$1,234.50');
    expect(formatMoney({ minor: -123450n, currency: 'NZD' })).toBe('−$1,234.50');
    expect(formatMoney({ amount: '12.00', currency: 'NZD' }, undefined, { sign: 'always' })).toBe('+$12.00');
    expect(formatMoney({ amount: '-12.00', currency: 'NZD' }, undefined, { sign: 'never' })).toBe('$12.00');
  });

  test('keep every digit where a float would lose the last ones', () => {
    expect(formatMoney({ minor: 999_999_999_999_999n, currency: 'NZD' })).toBe('$9,999,999,999,999.99');
  });

  test('have no sign when they are nothing', () => {
    expect(formatMoney({ amount: '-0.00', currency: 'NZD' }, undefined, { sign: 'always' })).toBe('$0.00');
  });

  test('name foreign dollars as the reader of the locale needs it', () => {
    expect(formatMoney({ amount: '5.00', currency: 'USD' })).toBe('US$5.00');
    expect(currencySymbol('NZD')).toBe('$');
    expect(formatMoney({ amount: '5.00', currency: 'NZD' }, { tag: 'en-AU' })).toBe('NZD\u00a05.00');
  });

  test('have the decimals of their currency', () => {
    expect(formatMoney({ minor: 1200n, currency: 'JPY' })).toBe('JP¥1,200');
    expect(formatMoney({ minor: 1234n, currency: 'JOD' })).toContain('1.234');
  });

  test('may leave cents away, rounded half away from zero', () => {
    expect(formatMoney({ amount: '64.50', currency: 'NZD' }, undefined, { cents: 'never' })).toBe('$65');
    expect(formatMoney({ amount: '-64.49', currency: 'NZD' }, undefined, { cents: 'never' })).toBe('−$64');
  });

  test('come apart for the hero', () => {
    expect(moneyParts({ amount: '64.20', currency: 'NZD' })).toEqual({
      sign: '',
      symbol: '$',
      whole: '64',
      cents: '.20',
    });
  });

  test('in te reo Māori are written as in New Zealand English', () => {
    expect(formatMoney({ amount: '64.20', currency: 'NZD' }, MI)).toBe('$64.20');
  });

  test('that are written can be read back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
        const money = { minor, currency: 'NZD' };
        expect(readTypedAmount(formatMoney(money), 'NZD')).toBe(formatWire(money));
      }),
    );
  });
});

describe('typed amounts', () => {
  test.each([
    ['12', '12.00'],
    ['12.5', '12.50'],
    ['.5', '0.50'],
    ['$1,234.50', '1234.50'],
    ['−3.20', '-3.20'],
    ['007', '7.00'],
    ['NZ$5', '5.00'],
    ['5 nzd', '5.00'],
    ['-$5', '-5.00'],
  ])('%s is understood', (typed, wire) => {
    expect(readTypedAmount(typed, 'NZD')).toBe(wire);
  });

  test.each(['', '-', '.', '1,23', '1e3', '12.345', '١٢', '1.2.3', 'twelve', '€5', '1$2', 'US$5'])(
    '%s is refused',
    (typed) => {
      expect(readTypedAmount(typed, 'NZD')).toBeUndefined();
    },
  );
});

describe('days', () => {
  const sunday = day('2026-11-22');

  test('are written in New Zealand order', () => {
    expect(formatDay(sunday, 'short')).toBe('22 Nov');
    expect(formatDay(sunday, 'medium')).toBe('Sun 22 Nov');
    expect(formatDay(sunday, 'long')).toBe('Sunday 22 November');
    expect(formatDay(sunday, 'full')).toBe('Sunday 22 November 2026');
    expect(formatDay(sunday, 'date')).toBe('22 November 2026');
    expect(formatDay(sunday, 'numeric')).toBe('22/11/2026');
  });

  test('of another year carry it', () => {
    expect(formatDay(day('2025-12-31'), 'medium', { ...EN_NZ, today: sunday })).toBe('Wed 31 Dec 2025');
  });

  test('have their own names in te reo Māori, of the set that was chosen', () => {
    expect(formatDay(sunday, 'full', MI)).toBe('Rātapu 22 Whiringa-ā-rangi 2026');
    expect(formatDay(sunday, 'full', { tag: 'mi-NZ', names: 'loan' })).toBe('Rātapu 22 Noema 2026');
    expect(weekdayNames(MI, 'long')[0]).toBe('Rāhina');
  });

  test('near today have words', () => {
    expect(formatNearDay(sunday, sunday)).toBe('Today');
    expect(formatNearDay(day('2026-11-21'), sunday)).toBe('Yesterday');
    expect(formatNearDay(day('2026-11-23'), sunday, MI)).toBe('Āpōpō');
    expect(formatNearDay(day('2026-11-20'), sunday)).toBe('Fri 20 Nov');
  });

  test('have months, times and counts beside them', () => {
    expect(formatMonth('2026-11' as Month)).toBe('November 2026');
    expect(formatMonth('2026-11' as Month, undefined, 'short')).toBe('Nov');
    expect(formatTime(Date.UTC(2026, 10, 21, 20, 41), 'Pacific/Auckland')).toBe('9:41\u00a0am');
    expect(formatCount(100000)).toBe('100,000');
    expect(formatShare(0.256)).toBe('26%');
  });
});
