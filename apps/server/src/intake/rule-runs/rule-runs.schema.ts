import { z } from 'zod';
import { decimal, id } from '../../platform/fields.ts';
import { transactionSchema } from '../../ledger/register/register.schema.ts';
import { ruleBodySchema } from '../rules/rules.schema.ts';

export const changesSchema = z
  .object({
    category_id: id.optional(),
    payee: z.string().optional(),
    notes: z.string().optional(),
    payer_id: id.optional(),
    add_tags: z.array(id).optional(),
    split: z
      .array(z.object({ category_id: id.nullable(), member_id: id.nullable(), amount: decimal }))
      .optional(),
    transfer_account_id: id
      .nullable()
      .optional()
      .describe('Looks for the other side, in this account or any'),
    ignore: z
      .literal(true)
      .optional()
      .describe('Left out of files that come in; entries that are there stay'),
  })
  .meta({ id: 'RuleChanges' });

export const testBodySchema = z
  .strictObject({
    rule: ruleBodySchema,
    limit: z.number().int().min(0).max(100).default(20).describe('How many entries to show'),
  })
  .meta({
    id: 'RuleTest',
    examples: [
      {
        rule: {
          conditions: [{ field: 'payee', op: 'contains', value: 'countdown' }],
          actions: [{ kind: 'set_notes', value: 'Food' }],
        },
      },
    ],
  });

export const testAnswerSchema = z
  .object({
    matched: z.number().int(),
    scanned: z.number().int().describe('How many entries were looked at, the newest first'),
    is_complete: z.boolean().describe('Whether that was the whole history'),
    sample: z.array(z.object({ transaction: transactionSchema, changes: changesSchema })),
  })
  .meta({ id: 'RuleTestAnswer' });

export const applyBodySchema = z
  .strictObject({
    dry_run: z.boolean().default(false),
    overwrite: z
      .boolean()
      .default(true)
      .describe(
        'Whether entries that have a category already are given the rule’s; without, only the others',
      ),
  })
  .meta({ id: 'RuleApply', examples: [{ dry_run: true }] });

export const applyAnswerSchema = z
  .object({
    matched: z.number().int(),
    changed: z.number().int(),
    skipped: z.number().int().describe('Entries of others that the role may not change'),
    scanned: z.number().int(),
    is_complete: z.boolean(),
    dry_run: z.boolean(),
  })
  .meta({ id: 'RuleApplyAnswer' });

export type Changes = z.infer<typeof changesSchema>;
export type TestBody = z.infer<typeof testBodySchema>;
export type ApplyBody = z.infer<typeof applyBodySchema>;
