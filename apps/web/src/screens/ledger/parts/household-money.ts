import type { Day } from '@kinwise/core/days';
import { convert, readRate } from '@kinwise/core/money';
import { findRate, type KnownRate } from '@kinwise/engines/rates/find';
import { useMemo } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { minorOf } from './amounts.ts';

/** Minor units in the household's currency by the newest known rate; undefined where no rate is known. */
export type ToHousehold = (amount: string, currency: string) => bigint | undefined;

export function useToHousehold(): ToHousehold {
  const { currency: quote, today } = useHousehold();
  const rows = useRows('exchange_rate');
  return useMemo(() => {
    const known = (rows ?? []).flatMap(({ row }): KnownRate[] => {
      const scaled = readRate(row.rate);
      return scaled === undefined ? [] : [{ base: row.base, quote: row.quote, on: row.on, scaled }];
    });
    known.sort((left, right) => (left.on < right.on ? 1 : -1));
    const latest = (base: string, to: string, on: Day) =>
      known.find((rate) => rate.base === base && rate.quote === to && rate.on <= on);
    return (amount, currency) => {
      const minor = minorOf(amount, currency);
      if (currency === quote) return minor;
      const rate = findRate(latest, { base: currency, quote, on: today, pivots: ['NZD', 'USD'] });
      return rate && convert({ minor, currency }, { base: currency, quote, scaled: rate.scaled }).minor;
    };
  }, [rows, quote, today]);
}
