/**
 * Reads files of exchange rates: the wide table of the European Central Bank (a day in each row, a currency in each
 * column, all for one euro), its long export, or any table with columns for base, quote, day and rate.
 */
import { isCurrency } from '@kinwise/core/currencies';
import { day, parseDay } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { RATE_DECIMALS, readRate } from '@kinwise/core/money';
import { tokenize } from '../statements/csv/tokenize.ts';
import type { TextRecord } from '../statements/csv/tokenize.ts';
import type { KnownRate } from './find.ts';

export type RatesFile =
  | { ok: true; rates: KnownRate[]; skipped: { line: number; message: string }[]; skippedCount: number }
  | { ok: false; line: number; message: string };

/** At most this many damaged rows are named one by one. */
const NAMED_MAX = 20;

/** Reads a whole file. Cells without a rate (`N/A`, empty) say nothing; a row that cannot be read is skipped and named. */
export function readRatesFile(text: string): RatesFile {
  const [head, ...rows] = recordsOf(text.replace(/^\ufeff/, ''));
  if (!head) return { ok: false, line: 1, message: 'The file is empty.' };
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const long = longLayout(names);
  const wide = long ? undefined : wideLayout(head.cells);
  if (!long && !wide) {
    return {
      ok: false,
      line: head.line,
      message:
        'The first line names no columns of rates. It needs either Date and currency codes (Date,USD,NZD…, for one euro) or the columns base, quote, on and rate.',
    };
  }
  const collected = new Collected();
  for (const row of rows) {
    if (long) collected.add(row, [longRate(row.cells, long)]);
    else if (wide) collected.add(row, wideRates(row.cells, wide));
  }
  return { ok: true, ...collected.result() };
}

type Long = { base: number; quote: number; on: number; rate: number };
type Wide = { columns: { index: number; currency: string }[] };
type Read = KnownRate | string | undefined;

/** The European Central Bank quotes what one euro costs. */
const WIDE_BASE = 'EUR';

class Collected {
  private readonly rates: KnownRate[] = [];
  private readonly skipped: { line: number; message: string }[] = [];
  private skippedCount = 0;

  add(row: TextRecord, read: readonly Read[]): void {
    for (const one of read) {
      if (one === undefined) continue;
      if (typeof one !== 'string') {
        this.rates.push(one);
        continue;
      }
      this.skippedCount += 1;
      if (this.skipped.length < NAMED_MAX) this.skipped.push({ line: row.line, message: one });
    }
  }

  result() {
    return { rates: this.rates, skipped: this.skipped, skippedCount: this.skippedCount };
  }
}

function recordsOf(text: string): TextRecord[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t'].find((mark) => first.split(mark).length > 2) ?? ',';
  const reader = tokenize(text, delimiter);
  for (;;) {
    const step = reader.next();
    if (step.done) return step.value;
  }
}

function longLayout(names: readonly string[]): Long | undefined {
  const at = (...wanted: string[]): number => names.findIndex((name) => wanted.includes(name));
  const sdmx = at('obs_value') >= 0;
  // The bank's long export names the euro as the denominator: so many units of CURRENCY for one of CURRENCY_DENOM.
  const base = sdmx ? at('currency_denom') : at('base', 'from', 'base_currency');
  const quote = sdmx ? at('currency') : at('quote', 'to', 'quote_currency');
  const on = at('on', 'day', 'date', 'time_period');
  const rate = at('rate', 'obs_value', 'value');
  return [base, quote, on, rate].every((index) => index >= 0) ? { base, quote, on, rate } : undefined;
}

function wideLayout(cells: readonly string[]): Wide | undefined {
  if (!/^(date|day|on|time_period)$/i.test((cells[0] ?? '').trim())) return undefined;
  const columns = cells
    .map((cell, index) => ({ index, currency: cell.trim().toUpperCase() }))
    .filter(({ index, currency }) => index > 0 && isCurrency(currency) && currency !== WIDE_BASE);
  return columns.length > 0 ? { columns } : undefined;
}

function longRate(cells: readonly string[], layout: Long): Read {
  const cell = (index: number): string => (cells[index] ?? '').trim();
  const base = cell(layout.base).toUpperCase();
  const quote = cell(layout.quote).toUpperCase();
  const on = dayOf(cell(layout.on));
  if (!on) return `"${cell(layout.on)}" is no day. Write it as YYYY-MM-DD.`;
  for (const code of [base, quote])
    if (!isCurrency(code)) return `"${code}" is no currency that KinWise knows.`;
  if (base === quote) return 'The two currencies are the same.';
  return rateOf(cell(layout.rate), { base, quote, on });
}

function wideRates(cells: readonly string[], layout: Wide): Read[] {
  const on = dayOf((cells[0] ?? '').trim());
  if (!on) return [`"${(cells[0] ?? '').trim()}" is no day. Write it as YYYY-MM-DD.`];
  return layout.columns.map(({ index, currency }) =>
    rateOf((cells[index] ?? '').trim(), { base: WIDE_BASE, quote: currency, on }),
  );
}

function rateOf(text: string, pair: { base: string; quote: string; on: Day }): Read {
  if (text === '' || /^(n\/a|nan|-)$/i.test(text)) return undefined;
  const [whole = '', decimals] = text.split('.');
  const short = decimals === undefined ? whole : `${whole}.${decimals.slice(0, RATE_DECIMALS)}`;
  const scaled = readRate(short);
  return scaled === undefined ? `"${text}" is no rate. Write it as 1.6543.` : { ...pair, scaled };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `2026-11-20`, or `20 November 2026` as in the bank's daily file. */
function dayOf(text: string): Day | undefined {
  const words = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(text);
  if (!words) return parseDay(text);
  return day(Number(words[3]), MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1, Number(words[1]));
}
