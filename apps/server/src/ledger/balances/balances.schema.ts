import { z } from 'zod';
import { day, dayField, decimal, id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { accountKindSchema } from '../accounts/accounts.schema.ts';

export const historyQuerySchema = z.strictObject({
  household: LIST_QUERY.household,
  from: dayField.optional().describe('A year ago when absent'),
  to: dayField.optional().describe('Today when absent'),
  step: z.enum(['day', 'week', 'month']).default('day'),
});

export const historySchema = z
  .object({ currency: z.string(), points: z.array(z.object({ on: day, balance: decimal })) })
  .meta({ id: 'BalanceHistory' });

const amountOf = z.object({ currency: z.string(), amount: decimal });

export const summarySchema = z
  .object({
    net_worth: z.object({ amount: decimal, currency: z.string() }),
    by_kind: z.array(z.object({ kind: accountKindSchema, amount: decimal, accounts: z.number().int() })),
    by_currency: z.array(
      z.object({
        currency: z.string(),
        amount: decimal,
        converted: decimal.nullable().describe('In the household’s currency; null where no rate is known'),
        rate: decimal.nullable(),
      }),
    ),
    private_others: z.array(amountOf).describe('Sums of others’ private accounts that they let count'),
    accounts: z.array(id),
  })
  .meta({ id: 'AccountsSummary' });

export type HistoryQuery = z.infer<typeof historyQuerySchema>;
export type Summary = z.infer<typeof summarySchema>;
