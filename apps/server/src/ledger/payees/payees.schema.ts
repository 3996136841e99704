import { z } from 'zod';
import { day, id } from '../../platform/fields.ts';
import { LIST_QUERY, listOf } from '../../platform/lists.ts';
import type { PayeeListRow } from './payees.store.ts';

export const payeeSchema = z
  .object({
    id,
    name: z.string(),
    merchant_id: id.nullable(),
    visibility: z.enum(['shared', 'private']),
    transactions_count: z.number().int(),
    last_used_on: day.nullable(),
  })
  .meta({ id: 'Payee' });

export const payeeListSchema = listOf(payeeSchema);

export const payeeListQuery = z.strictObject({
  ...LIST_QUERY,
  q: z.string().trim().min(1).max(100).optional().describe('A part of the name'),
  sort: z.enum(['name']).default('name'),
});

export type PayeeListQuery = z.infer<typeof payeeListQuery>;

export function payeeOnTheWire(row: PayeeListRow): z.infer<typeof payeeSchema> {
  return {
    id: row.id,
    name: row.name,
    merchant_id: row.merchant_id,
    visibility: row.private_to === null ? 'shared' : 'private',
    transactions_count: row.entries,
    last_used_on: row.last_on,
  };
}
