import { excerpt } from './text/clean.ts';

/** Why an amount that comes to nothing is no row: it is zero, or what it has is lost to the currency's decimals. */
export function nothingMoved(
  written: string,
  { rounded, currency }: { rounded: boolean; currency: string },
): { code: string; message: string } {
  if (!rounded) return { code: 'zero_amount', message: 'Its amount is zero, so no money moved.' };
  const message = `“${excerpt(written, 40)}” has more decimals than ${currency} has, and is less than its smallest coin.`;
  return { code: 'amount_too_small', message };
}
