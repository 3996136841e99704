import { z } from 'zod';
import { dayField, id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';

export const historyQuerySchema = z.strictObject({
  household: LIST_QUERY.household,
  from: dayField.optional().describe('A year ago when absent'),
  to: dayField.optional().describe('Today when absent'),
  step: z.enum(['day', 'week', 'month']).default('day'),
});

export const historySchema = z.object({
  currency: z.string(),
  points: z.array(z.object({ on: z.string(), balance: z.string() })),
});

const amountOf = z.object({ currency: z.string(), amount: z.string() });

export const summarySchema = z
  .object({
    net_worth: z.object({ amount: z.string(), currency: z.string() }),
    by_kind: z.array(z.object({ kind: z.string(), amount: z.string(), accounts: z.number().int() })),
    by_currency: z.array(
      z.object({
        currency: z.string(),
        amount: z.string(),
        converted: z.string().nullable().describe('In the household’s currency; null where no rate is known'),
        rate: z.string().nullable(),
      }),
    ),
    private_others: z.array(amountOf).describe('Sums of others’ private accounts that they let count'),
    accounts: z.array(id),
  })
  .meta({ id: 'AccountsSummary' });

export type HistoryQuery = z.infer<typeof historyQuerySchema>;
export type Summary = z.infer<typeof summarySchema>;
