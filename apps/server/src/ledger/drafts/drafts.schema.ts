import { z } from 'zod';
import { amountField, dayField, id, line, newIdField, paragraph } from '../../platform/fields.ts';
import { STATUSES, TYPES } from '../register/register.schema.ts';

export const newSplitSchema = z
  .strictObject({
    id: newIdField.optional(),
    category_id: id.nullable().default(null),
    member_id: id.nullable().default(null),
    amount: amountField,
    note: line(200).default(''),
  })
  .meta({ id: 'NewSplit' });

const details = {
  occurred_on: dayField,
  booked_on: dayField.nullable(),
  amount: amountField,
  type: z.enum(TYPES),
  status: z.enum(STATUSES),
  payee: line(200),
  memo: line(500),
  reference: line(100),
  notes: paragraph(4000),
  category_id: id.nullable(),
  tags: z.array(id).max(20),
  splits: z.array(newSplitSchema).max(50),
  payer_id: id.nullable(),
  beneficiary_id: id.nullable(),
  needs_review: z.boolean(),
};

const exampleId = '01a20119-5f73-7133-b10c-cbcfa574f45e';

export const newTransactionSchema = z
  .strictObject({
    ...z.object(details).partial().shape,
    id: newIdField.optional(),
    account_id: id,
    occurred_on: details.occurred_on.optional().describe('Today in the household’s time zone when absent'),
    amount: details.amount,
    source: z.enum(['manual', 'voice', 'receipt']).default('manual'),
    transfer_account_id: id.optional().describe('Makes the other side too, in that account'),
    transfer_amount: amountField
      .optional()
      .describe('What arrives, where the other account has another currency'),
  })
  .meta({
    id: 'NewTransaction',
    examples: [{ account_id: exampleId, amount: '12.50', type: 'income', payee: 'Market stall' }],
  });

export const transactionChangeSchema = z
  .strictObject({ ...z.object(details).partial().shape, account_id: id.optional() })
  .meta({ id: 'TransactionChange', examples: [{ notes: 'For the school camp' }] });

export const splitsBodySchema = z
  .strictObject({ splits: details.splits })
  .meta({ id: 'TransactionSplits', examples: [{ splits: [] }] });

export const tagsBodySchema = z
  .strictObject({ add: details.tags.default([]), remove: details.tags.default([]) })
  .meta({ id: 'TransactionTags', examples: [{ add: [], remove: [] }] });

export type NewTransaction = z.infer<typeof newTransactionSchema>;
export type TransactionChange = z.infer<typeof transactionChangeSchema>;
export type NewSplit = z.infer<typeof newSplitSchema>;
