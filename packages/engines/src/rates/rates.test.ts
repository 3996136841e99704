import { addDays, parseDay } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { readRate } from '@kinwise/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRate, latestOf } from './find.ts';
import type { KnownRate } from './find.ts';
import { readRatesFile } from './read.ts';

const D = (text: string): Day => parseDay(text) as Day;
/** `USD/NZD 2026-11-02` */
const pairOn = (text: string) => ({ base: text.slice(0, 3), quote: text.slice(4, 7), on: D(text.slice(8)) });
const rate = (pair: string, text: string): KnownRate => ({
  ...pairOn(pair),
  scaled: readRate(text) as bigint,
});
const find = (rates: KnownRate[], pair: string) =>
  findRate(latestOf(rates), { ...pairOn(pair), pivots: ['NZD', 'EUR'] });

describe('the rate of a day', () => {
  const rates = [
    rate('USD/NZD 2026-11-02', '1.7'),
    rate('USD/NZD 2026-11-05', '1.75'),
    rate('NZD/AUD 2026-11-03', '0.8'),
    rate('EUR/GBP 2026-11-04', '0.85'),
    rate('EUR/JPY 2026-11-01', '170'),
  ];

  it('is that of the day itself, or of the latest earlier one', () => {
    expect(find(rates, 'USD/NZD 2026-11-05')).toMatchObject({ scaled: 17_500_000_000n, way: 'direct' });
    expect(find(rates, 'USD/NZD 2026-11-04')).toMatchObject({
      scaled: 17_000_000_000n,
      on: '2026-11-02',
    });
    expect(find(rates, 'USD/NZD 2026-11-01')).toBeUndefined();
  });

  it('is turned round where only the other direction is known', () => {
    expect(find(rates, 'AUD/NZD 2026-11-10')).toEqual({
      scaled: 12_500_000_000n,
      on: '2026-11-03',
      way: 'inverse',
    });
  });

  it('goes across a third currency, as old as its older leg', () => {
    expect(find(rates, 'USD/AUD 2026-11-10')).toEqual({
      scaled: 14_000_000_000n,
      on: '2026-11-03',
      way: 'across',
      across: 'NZD',
    });
    expect(find(rates, 'GBP/JPY 2026-11-10')).toMatchObject({
      scaled: 2_000_000_000_000n,
      across: 'EUR',
    });
  });

  it('prefers what is fresher, and of equally fresh ones the direct one', () => {
    const both = [rate('USD/NZD 2026-01-01', '1.5'), rate('NZD/USD 2026-02-01', '0.5')];
    expect(find(both, 'USD/NZD 2026-03-01')).toMatchObject({ way: 'inverse', scaled: 20_000_000_000n });
    const same = [rate('USD/NZD 2026-02-01', '1.5'), rate('NZD/USD 2026-02-01', '0.5')];
    expect(find(same, 'USD/NZD 2026-03-01')).toMatchObject({ way: 'direct', scaled: 15_000_000_000n });
  });

  it('never comes from the future, and is never zero', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(D('2026-01-01'), days));
    const code = fc.constantFrom('NZD', 'USD', 'EUR', 'JPY', 'GBP');
    const known = fc.record({
      base: code,
      quote: code,
      on: day,
      scaled: fc.bigInt({ min: 1n, max: 10n ** 16n }),
    });
    fc.assert(
      fc.property(
        fc.array(known, { maxLength: 30 }),
        fc.tuple(code, code),
        day,
        (rates, [base, quote], on) => {
          const usable = rates.filter((one) => one.base !== one.quote);
          const found = findRate(latestOf(usable), { base, quote, on, pivots: ['NZD', 'EUR'] });
          if (base === quote) expect(found?.scaled).toBe(10_000_000_000n);
          if (!found) return;
          expect(found.on <= on).toBe(true);
          expect(found.scaled > 0n).toBe(true);
        },
      ),
    );
  });
});

describe('a file of rates', () => {
  it('is read as the table of the European Central Bank, where N/A says nothing', () => {
    const file = readRatesFile(
      'Date,USD,JPY,TRY,\n2026-11-20,1.0912,169.05,N/A,\n2026-11-19,1.0888,168.9,44.1,\n',
    );
    expect(file).toMatchObject({ ok: true, skippedCount: 0 });
    expect(file.ok && file.rates.map((one) => `${one.base}${one.quote} ${one.on} ${one.scaled}`)).toEqual([
      'EURUSD 2026-11-20 10912000000',
      'EURJPY 2026-11-20 1690500000000',
      'EURUSD 2026-11-19 10888000000',
      'EURJPY 2026-11-19 1689000000000',
      'EURTRY 2026-11-19 441000000000',
    ]);
  });

  it('is read with days in words, as in the daily file', () => {
    const file = readRatesFile('Date, USD, NZD, \n20 November 2026, 1.0912, 1.9, \n');
    expect(file.ok && file.rates.map((one) => one.on)).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('is read in long form, whatever the order of the columns', () => {
    const plain = readRatesFile('on;rate;base;quote\n2026-11-20;0.61;NZD;USD\n');
    expect(plain).toMatchObject({
      rates: [{ base: 'NZD', quote: 'USD', on: '2026-11-20', scaled: 6_100_000_000n }],
    });
    const sdmx = readRatesFile(
      'KEY,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\nx,NZD,EUR,2026-11-20,1.91\n',
    );
    expect(sdmx).toMatchObject({ rates: [{ base: 'EUR', quote: 'NZD', on: '2026-11-20' }] });
  });

  it('names the line of what it cannot read and keeps the rest', () => {
    const file = readRatesFile(
      'base,quote,on,rate\nNZD,USD,2026-02-30,0.6\nNZD,QQQ,2026-02-01,0.6\nNZD,USD,2026-02-01,abc\nNZD,USD,2026-02-02,0.6\n',
    );
    expect(file).toMatchObject({
      ok: true,
      skippedCount: 3,
      skipped: [{ line: 2 }, { line: 3 }, { line: 4 }],
    });
    expect(file.ok && file.rates).toHaveLength(1);
  });

  it('is refused when it is no table of rates', () => {
    expect(readRatesFile('')).toMatchObject({ ok: false });
    expect(readRatesFile('Date,Amount,Payee\n2026-11-20,4.50,Café\n')).toMatchObject({ ok: false, line: 1 });
  });

  it('is never a crash, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof readRatesFile(text).ok).toBe('boolean');
        expect(typeof readRatesFile(`Date,USD\n${text}`).ok).toBe('boolean');
      }),
    );
  });
});
