import { z } from 'zod';
import { decimal } from '../../platform/fields.ts';

const valueSchema = z
  .object({
    text: z.string().nullable().optional().describe('Null for what is too deep to be shown'),
    things: z
      .array(
        z.object({ id: z.string(), name: z.string().nullable().describe('Null when gone or out of sight') }),
      )
      .optional(),
    parts: z
      .array(z.object({ category: z.string().nullable(), member: z.string().nullable(), amount: decimal }))
      .optional(),
  })
  .meta({ id: 'AuditValue' });

export const changeSchema = z
  .object({
    field: z.string(),
    kind: z.enum([
      'account',
      'category',
      'payee',
      'merchant',
      'tag',
      'member',
      'import',
      'rule',
      'staff',
      'money',
      'day',
      'instant',
      'flag',
      'present',
      'number',
      'text',
      'parts',
      'details',
    ]),
    currency: z.string().nullable(),
    before: valueSchema.nullable(),
    after: valueSchema.nullable(),
    before_varies: z.boolean().describe('Of several things: they differed before'),
    after_varies: z.boolean(),
  })
  .meta({ id: 'AuditChange' });

export type WireChange = z.infer<typeof changeSchema>;
export type WireValue = z.infer<typeof valueSchema>;
