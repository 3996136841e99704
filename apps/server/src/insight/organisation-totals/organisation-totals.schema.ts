import { z } from 'zod';
import { decimal, id, instant, month } from '../../platform/fields.ts';

export const sharedHomeSchema = z
  .object({
    id,
    name: z.string(),
    shares: z.enum(['nothing', 'totals', 'categories']),
    joined_at: instant,
    totals: z
      .object({
        currency: z.string(),
        members: z.number().int(),
        net_worth: decimal,
        month,
        income: decimal,
        expense: decimal,
      })
      .nullable()
      .describe('Null where the household shares nothing'),
    categories: z
      .array(z.object({ name: z.string(), income: decimal, expense: decimal }))
      .nullable()
      .describe('Null where the household shares no categories'),
  })
  .meta({ id: 'OrganisationHousehold' });

export type WireSharedHome = z.infer<typeof sharedHomeSchema>;
