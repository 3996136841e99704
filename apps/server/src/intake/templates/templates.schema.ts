import type { ColumnRole, MappingChoice } from '@kinwise/engines/statements/types';
import { z } from 'zod';
import { currencyField, id, instant } from '../../platform/fields.ts';

const COLUMN_ROLES = [
  'date',
  'booked_date',
  'value_date',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'fee',
  'currency',
  'payee',
  'memo',
  'reference',
  'bank_id',
  'kind',
  'category',
  'tags',
  'account',
  'counter_account',
  'status',
  'foreign_amount',
  'foreign_currency',
  'rate',
  'person',
  'ignore',
] as const satisfies readonly ColumnRole[];

const role = z.enum(COLUMN_ROLES).meta({ id: 'ColumnRole' });

const columnNumber = z.string().regex(/^\d{1,3}$/, { message: 'must be the number of a column, from 0' });
const lineNumber = z.number().int().min(0).max(10_000_000);
const words = z.array(z.string().max(60)).max(50);

/** How a table is read. Whatever is left out, the reader finds; `because` is its own word and ignored on the way in. */
export const mappingSchema = z
  .strictObject({
    encoding: z.string().max(40).optional(),
    delimiter: z.string().min(1).max(1).optional(),
    header_line: lineNumber.optional(),
    first_line: lineNumber.optional(),
    columns: z.record(columnNumber, role).optional(),
    date_order: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
    decimal_mark: z.enum(['.', ',']).optional(),
    sign: z.enum(['positive_in', 'positive_out', 'words', 'columns', 'balance']).optional(),
    words_in: words.optional(),
    words_out: words.optional(),
    row_order: z.enum(['oldest_first', 'newest_first']).optional(),
    currency: currencyField.optional(),
    because: z.unknown().optional(),
  })
  .meta({ id: 'CsvMapping', examples: [{ date_order: 'dmy' }] });

const reason = z
  .object({ reason: z.string(), confidence: z.number().describe('0 (a guess) to 1 (certain)') })
  .meta({ id: 'MappingReason' })
  .optional();

/** How a table was read, in full, each choice with its reason. */
export const foundMappingSchema = z
  .object({
    ...mappingSchema.shape,
    because: z
      .object({
        encoding: reason,
        delimiter: reason,
        header_line: reason,
        columns: reason,
        date_order: reason,
        decimal_mark: reason,
        sign: reason,
        row_order: reason,
        currency: reason,
      } satisfies Record<MappingChoice, unknown>)
      .optional(),
  })
  .meta({ id: 'FoundMapping' });

export const templateSchema = z
  .object({
    id,
    layout: z.string(),
    bank: z.string(),
    mapping: foundMappingSchema,
    uses: z.number().int(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'ImportTemplate' });
