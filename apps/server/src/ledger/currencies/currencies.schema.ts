import { CURRENCIES, exponentOf } from '@kinwise/core/currencies';
import { formatRate, readRate } from '@kinwise/core/money';
import { z } from 'zod';
import {
  amountField,
  currencyField,
  day,
  dayField,
  decimal,
  id,
  instant,
  newIdField,
} from '../../platform/fields.ts';
import { LIST_QUERY, listOf } from '../../platform/lists.ts';
import type { RateRow } from './currencies.store.ts';

export const currencySchema = z
  .object({ code: z.string(), exponent: z.number().int(), symbol: z.string(), name: z.string() })
  .meta({ id: 'Currency' });

const rateText = z
  .string()
  .max(24)
  .refine((text) => readRate(text) !== undefined, {
    message: 'must be a positive decimal such as 1.6543, with ten decimals at most',
    params: { code: 'rate_invalid' },
  })
  .meta({ examples: ['1.6543'] })
  .describe('Units of the quote currency for one unit of the base currency');

export const rateSchema = z
  .object({
    id,
    base: z.string(),
    quote: z.string(),
    on: day,
    rate: decimal,
    source: z.enum(['manual', 'file']),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'ExchangeRate' });

export const rateListSchema = listOf(rateSchema);

export const newRateSchema = z
  .strictObject({
    id: newIdField.optional(),
    base: currencyField,
    quote: currencyField,
    on: dayField,
    rate: rateText,
  })
  .meta({
    id: 'NewExchangeRate',
    examples: [{ base: 'USD', quote: 'NZD', on: '2026-11-20', rate: '1.6543' }],
  });

export const rateChangeSchema = z
  .strictObject({ rate: rateText })
  .meta({ id: 'ExchangeRateChange', examples: [{ rate: '1.66' }] });

export const rateListQuery = z.strictObject({
  ...LIST_QUERY,
  base: currencyField.optional(),
  quote: currencyField.optional(),
  on: dayField.optional(),
  on__gte: dayField.optional(),
  on__lte: dayField.optional(),
  sort: z.enum(['-on']).default('-on'),
});

export const conversionQuery = z.strictObject({
  household: LIST_QUERY.household,
  base: currencyField,
  quote: currencyField.optional().describe('The household’s currency when absent'),
  on: dayField.optional().describe('Today when absent'),
  amount: amountField.optional(),
});

export const conversionSchema = z
  .object({
    base: z.string(),
    quote: z.string(),
    on: day,
    rate: decimal,
    rate_on: day.describe('The day that the rate is of; an earlier one where the day itself has none'),
    way: z.enum(['same', 'direct', 'inverse', 'across']),
    across: z.string().nullable(),
    amount: decimal.nullable(),
    converted: decimal.nullable(),
  })
  .meta({ id: 'Conversion' });

export const uploadBodySchema = z.strictObject({
  currencies: z
    .string()
    .max(1000)
    .optional()
    .describe(
      'Which currencies to keep, as NZD,USD,AUD; `all` for every one. Those of the household’s accounts when absent.',
    ),
});

export const uploadAnswerSchema = z
  .object({
    read: z.number().int(),
    kept: z.number().int(),
    changed: z.number().int(),
    skipped: z.number().int(),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), line: z.number().int() })),
    first_on: day.nullable(),
    last_on: day.nullable(),
    currencies: z.array(z.string()),
  })
  .meta({ id: 'ExchangeRatesRead' });

export type NewRate = z.infer<typeof newRateSchema>;
export type RateListQuery = z.infer<typeof rateListQuery>;
export type ConversionQuery = z.infer<typeof conversionQuery>;
export type WireRate = z.infer<typeof rateSchema>;

export function rateOnTheWire(row: RateRow, actions: readonly string[]): WireRate {
  return {
    id: row.id,
    base: row.base,
    quote: row.quote,
    on: row.on_day,
    rate: formatRate(scaledOf(row.rate)),
    source: row.source === 'file' ? 'file' : 'manual',
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}

/** A rate as the database prints it, scaled. It cannot be none: the column is checked to be positive. */
export function scaledOf(rate: string): bigint {
  const scaled = readRate(rate);
  if (scaled === undefined) throw new RangeError(`"${rate}" is no rate`);
  return scaled;
}

const names = new Intl.DisplayNames('en-NZ', { type: 'currency' });

/** Every currency that KinWise knows, with its name and sign as people in New Zealand write them. */
export const CURRENCY_LIST = CURRENCIES.map((code) => ({
  code,
  exponent: exponentOf(code),
  symbol: symbolOf(code),
  name: names.of(code) ?? code,
}));

function symbolOf(code: string): string {
  const format = new Intl.NumberFormat('en-NZ', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
}
