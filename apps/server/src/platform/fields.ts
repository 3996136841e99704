import { isCurrency } from '@kinwise/core/currencies';
import { isTimeZone, parseDay, parseMonth } from '@kinwise/core/days';
import type { Day, Month } from '@kinwise/core/days';
import { isIdV7 } from '@kinwise/core/ids';
import { readAmount } from '@kinwise/core/money';
import { z } from 'zod';
import { wordsOf } from './field-words.ts';
import { invalid } from './problems.ts';

z.config({ jitless: true, customError: wordsOf });

/** The fields that come back in many schemas, each with the words of its refusal. */

/** Any UUID in lower case. Imported ids need not be of version 7. */
export const id = z.guid().toLowerCase().describe('UUID');

/** An id that the client made: UUIDv7. */
export const newIdField = z
  .guid()
  .toLowerCase()
  .refine(isIdV7, {
    message: 'must be a UUID of version 7 when the client makes it',
    params: { code: 'id_version' },
  });

export const dayField = z
  .string()
  .refine((text) => parseDay(text) !== undefined, {
    message: 'must be a day that exists, as YYYY-MM-DD, from 1970 to 2200',
    params: { code: 'day_invalid' },
  })
  .transform((text) => text as Day)
  .meta({ format: 'date', examples: ['2026-11-22'] });

export const monthField = z
  .string()
  .refine((text) => parseMonth(text) !== undefined, {
    message: 'must be a month as YYYY-MM',
    params: { code: 'month_invalid' },
  })
  .transform((text) => text as Month);

export const currencyField = z.string().refine(isCurrency, {
  message: 'must be a currency code such as NZD',
  params: { code: 'currency_unknown' },
});

export const timeZoneField = z
  .string()
  .max(64)
  .refine(isTimeZone, {
    message: 'must be a time zone such as Pacific/Auckland',
    params: { code: 'time_zone_unknown' },
  });

/** A decimal string. Whether it fits its currency is judged by `amountIn`, where the currency is known. */
export const amountField = z
  .string()
  .max(24)
  .meta({ examples: ['-45.90'] })
  .describe('Decimal string in the currency’s own decimals');

const NOT_WHOLE = { message: 'holds half a character', params: { code: 'half_character' } };

/** Half a surrogate pair is no text: neither UTF-8 nor JSON can say it. */
function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Text of one line: trimmed, NFC, no control characters. */
export function line(max: number, min = 0) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(min, { message: min === 1 ? 'must not be empty' : `needs ${min} characters or more` })
        .max(max, { message: `has room for ${max} characters` })
        // eslint-disable-next-line no-control-regex -- these are the characters to refuse
        .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), {
          message: 'must not hold control characters',
          params: { code: 'control_character' },
        })
        .refine(isWhole, NOT_WHOLE),
    );
}

/** Text of several lines: as `line`, with line ends and tabs allowed. */
export function paragraph(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(max, { message: `has room for ${max} characters` })
        // eslint-disable-next-line no-control-regex -- these are the characters to refuse
        .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), {
          message: 'must not hold control characters',
          params: { code: 'control_character' },
        })
        .refine(isWhole, NOT_WHOLE),
    );
}

/** What the server says. The document names the forms, and the client's types and its readers tell them apart by that. */

/** A day: `2026-11-22`. */
export const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .meta({ format: 'date' });

/** A month: `2026-11`. */
export const month = z
  .string()
  .refine((text) => parseMonth(text) !== undefined)
  .meta({ format: 'month' });

/** An instant in UTC: `2026-11-22T08:30:00.000Z`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  .meta({ format: 'date-time' });

/** An amount, a rate: a decimal string. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ format: 'decimal' });

/** What a list of ids looks like in a query: `a,b,c`. */
export const idList = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(id).min(1).max(100));

/** An address that mail can go to, as it was typed. */
export const emailField = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ message: 'must be an e-mail address such as mere@example.org' }));

const CURES: Record<string, string> = {
  amount_format: 'must be a decimal number such as 45.90 or -45.90: digits, a point, no separators',
  amount_precision: 'has more decimals than the currency',
  amount_range: 'is larger than any household’s money',
  currency_unknown: 'is of a currency that KinWise does not know',
};

/** Minor units of a wire amount, or a refusal that names the field. */
export function amountIn(currency: string, text: string, pointer: string): bigint {
  const read = readAmount(text, currency);
  if (read.ok) return read.minor;
  throw invalid(pointer, read.problem, `${pointer.slice(1)}: ${CURES[read.problem] ?? 'is not valid'}`);
}
