import { plainWords } from '../text/clean.ts';
import type { DateOrder, SignRule, StatementFormat } from '../types.ts';

export type App = {
  format: StatementFormat;
  /** The order of day and month that this program always writes. */
  order?: DateOrder;
  /** What a plus means in it. */
  sign?: SignRule;
};

/** The program whose export has these column names, if any is known. */
export function appOf(names: readonly string[]): App | undefined {
  const known = new Set(names.map((name) => plainWords(name.replace(/_/g, ' '))));
  const has = (...wanted: string[]) => wanted.every((name) => known.has(name));
  if (has('payee', 'outflow', 'inflow') && (known.has('account') || known.has('cleared')))
    return { format: 'ynab' };
  if (has('original description', 'transaction type', 'account name'))
    return { format: 'mint', order: 'mdy' };
  if (has('date', 'description', 'category', 'cost', 'currency') || isSplitwise(names))
    return { format: 'splitwise', order: 'ymd' };
  if (
    has('account', 'date', 'payee', 'notes', 'amount') &&
    (known.has('split amount') || known.has('cleared'))
  ) {
    return { format: 'actual', order: 'ymd', ...(known.has('split amount') && { sign: 'positive_in' }) };
  }
  if (has('date', 'account', 'category', 'amount', 'converted amount'))
    return { format: 'csv', order: 'dmy' };
  return undefined;
}

/** The five columns with which every Splitwise export begins, in the languages of the app; people follow. */
const SPLITWISE = [
  /^(?:date|datum|fecha|data|dato)$/,
  /^(?:description|beschreibung|descripcion|descricao|descrizione|omschrijving|beskrivning|beskrivelse|opis)$/,
  /^(?:category|kategorie|categoria|categorie|kategori|kategoria)$/,
  /^(?:cost|kosten|coste|costo|custo|cout|kostnad|koszt)$/,
  /^(?:currency|wahrung|moneda|valuta|moeda|devise|waluta)$/,
];

export function isSplitwise(names: readonly string[]): boolean {
  const isFirst = SPLITWISE.every((pattern, index) => pattern.test(plainWords(names[index] ?? '')));
  return isFirst && names.filter((name) => name !== '').length > SPLITWISE.length + 1;
}

/** The other account of a transfer, where an app's export names it in payee or category. */
export function transferAccountOf(payee: string, category: string): string | undefined {
  const named = /^(?:transfer\s*:|to\s+'|from\s+')\s*(.+?)'?$/i;
  return (named.exec(payee) ?? named.exec(category))?.[1]?.trim();
}
