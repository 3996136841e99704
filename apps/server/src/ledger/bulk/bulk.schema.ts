import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { newTransactionSchema, transactionChangeSchema } from '../drafts/drafts.schema.ts';
import { transactionSchema } from '../register/register.schema.ts';

const operation = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('create'), data: newTransactionSchema }),
    z.strictObject({ op: z.literal('update'), id, data: transactionChangeSchema }),
    z.strictObject({ op: z.literal('delete'), id }),
    z.strictObject({ op: z.literal('restore'), id }),
  ])
  .meta({ id: 'TransactionOperation' });

export const bulkBodySchema = z.strictObject({ operations: z.array(operation).min(1).max(1000) }).meta({
  id: 'TransactionBulk',
  examples: [
    {
      operations: [
        { op: 'create', data: { account_id: '01a20119-5f73-7133-b10c-cbcfa574f45e', amount: '5.00' } },
      ],
    },
  ],
});

export const bulkQuerySchema = z.strictObject({
  household: LIST_QUERY.household,
  atomic: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
});

export const bulkAnswerSchema = z.object({
  results: z.array(
    z
      .object({
        index: z.number().int(),
        status: z.number().int(),
        transaction: transactionSchema.optional(),
        problem: z.object({ error_code: z.string(), detail: z.string() }).optional(),
      })
      .meta({ id: 'TransactionBulkResult' }),
  ),
});

export const mergeBodySchema = z.strictObject({ keep_id: id, drop_id: id }).meta({
  id: 'TransactionMerge',
  examples: [
    { keep_id: '01a20119-5f73-7133-b10c-cbcfa574f45e', drop_id: '01a20119-5f73-7133-b10c-cbcfa574f45f' },
  ],
});

export const categoriseBodySchema = z
  .strictObject({ category_id: id.nullable(), also: z.enum(['same_payee']).optional() })
  .meta({ id: 'Categorisation', examples: [{ category_id: null }] });

export const categorisedSchema = z
  .object({ transaction: transactionSchema, changed: z.number().int() })
  .meta({ id: 'Categorised' });

export type Operation = z.infer<typeof operation>;
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
