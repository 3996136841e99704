import { isCurrency } from '@kinwise/core/currencies';
import type { TableFacts } from './columns.ts';
import { meaningsOf } from './vocabulary.ts';

const MONEY = new Set(['amount', 'debit', 'credit', 'balance']);

/** The currency that a money column's name carries, as in “Betrag (EUR)”, or that all its samples show. */
export function currencyOfNames(names: readonly string[], facts: TableFacts): string | undefined {
  for (const [index, name] of names.entries()) {
    if ((facts.columns[index]?.amounts ?? 0) === 0) continue;
    if (!MONEY.has(meaningsOf(name)[0]?.role ?? '')) continue;
    const code = /[([]\s*([A-Z]{3})\s*[)\]]|\b([A-Z]{3})$/.exec(name);
    const found = code?.[1] ?? code?.[2];
    if (found !== undefined && isCurrency(found)) return found;
  }
  return undefined;
}
