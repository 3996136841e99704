import { expect, it } from 'vitest';
import { fileOf, warningsOf } from './testing.ts';

const doubts = (currency: string, ...amounts: string[]) =>
  warningsOf(
    fileOf(
      `Date;Payee;Amount\n${amounts.map((amount, at) => `2026-05-${at + 10};Shop;${amount}`).join('\n')}\n`,
      { currency },
    ),
  );

it('amounts in groups are doubted only where neither the small ones nor the money tell', () => {
  expect(doubts('NZD', '-1,234', '2,500')).toEqual(['amounts_ambiguous']);
  expect(doubts('NZD', '-1,234', '-5', '-70', '310')).toEqual([]);
  expect(doubts('EUR', '-1.234', '-5', '-70', '-3100')).toEqual(['amounts_ambiguous']);
  expect(doubts('HUF', '-1.234', '2.500')).toEqual([]);
});
