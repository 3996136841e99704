import { isCurrency } from '@kinwise/core/currencies';
import type { ReadOptions } from '../types.ts';
import type { TableFacts } from './columns.ts';
import { type Grid, type Region, topOf } from './grid.ts';
import { preambleCurrency } from './preamble.ts';
import { columnOf, type Roles } from './roles.ts';
import { meaningsOf } from './vocabulary.ts';

export type CurrencyChoice = {
  currency: string;
  /** Nothing about the table names it. */
  isAssumed: boolean;
  reason: string;
  confidence: number;
};

/** What a person chose goes first, then the name of a column, then a line above the names. */
export function chooseCurrency(given: {
  grid: Grid;
  region: Region;
  facts: TableFacts;
  options: ReadOptions;
}): CurrencyChoice {
  const { grid, region, facts, options } = given;
  const chosen = options.mapping?.currency;
  if (chosen !== undefined) return named(chosen, 1, 'You chose it.');
  const byName = currencyOfNames(region.names, facts);
  if (byName !== undefined) return named(byName, 0.9, 'A column is named after it.');
  const above = preambleCurrency(grid, topOf(region));
  if (above !== undefined) return named(above, 0.9, 'It stands above the rows.');
  const none = named(options.currency, 0.6, 'The file names none; the account’s own.');
  return { ...none, isAssumed: true };
}

function named(currency: string, confidence: number, reason: string): CurrencyChoice {
  return { currency, isAssumed: false, reason, confidence };
}

const MONEY = new Set(['amount', 'debit', 'credit', 'balance']);

/** The currency that a money column's name carries, as in “Betrag (EUR)”. */
function currencyOfNames(names: readonly string[], facts: TableFacts): string | undefined {
  for (const [index, name] of names.entries()) {
    if ((facts.columns[index]?.amounts ?? 0) === 0) continue;
    if (!MONEY.has(meaningsOf(name)[0]?.role ?? '')) continue;
    const found = currencyOfName(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function currencyOfName(name: string): string | undefined {
  const code = /[([]\s*([A-Z]{3})\s*[)\]]|\b([A-Z]{3})$/.exec(name);
  const found = code?.[1] ?? code?.[2];
  return found !== undefined && isCurrency(found) ? found : undefined;
}

/** Where the amount's own name says its currency, a column of others says in what was paid abroad. */
export function withOwnCurrency(roles: Roles, facts: TableFacts): Roles {
  const amount = columnOf(roles, 'amount');
  const column = columnOf(roles, 'currency');
  if (amount === undefined || column === undefined) return roles;
  const own = currencyOfName(facts.columns[amount]?.name ?? '');
  const isForeign = facts.columns[column]?.samples.some((code) => code.toUpperCase() !== own);
  if (own === undefined || isForeign !== true) return roles;
  return {
    ...roles,
    [column]: columnOf(roles, 'foreign_currency') === undefined ? 'foreign_currency' : 'ignore',
  };
}
