import { z } from 'zod';
import { day, dayField, decimal, id, month, monthField } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { transactionSchema } from '../../ledger/register/register.schema.ts';

const monthRange = {
  household: LIST_QUERY.household,
  from: monthField.optional().describe('Eleven months before `to` when absent'),
  to: monthField.optional().describe('This month when absent'),
};

export const monthRangeSchema = z.strictObject(monthRange);

export const dayRangeSchema = z.strictObject({
  household: LIST_QUERY.household,
  from: dayField.optional(),
  to: dayField.optional(),
  step: z.enum(['day', 'week', 'month']).default('day'),
});

const flow = z.object({ month, income: decimal, expense: decimal, net: decimal }).meta({ id: 'MonthFlow' });

/** What waits for somebody: entries to look at, without a category, likely transfers, pending for too long. */
const NEEDS = ['review', 'uncategorised', 'unconfirmed_transfer', 'old_pending'] as const;

export const cashFlowSchema = z
  .object({ currency: z.string(), months: z.array(flow) })
  .meta({ id: 'CashFlow' });

export const breakdownSchema = z
  .object({
    currency: z.string(),
    months: z.array(month),
    rows: z.array(
      z.object({
        category_id: id.nullable(),
        kind: z.enum(['income', 'expense']),
        amounts: z.array(decimal),
        total: decimal,
      }),
    ),
  })
  .meta({ id: 'CategoryBreakdown' });

export const netWorthSchema = z
  .object({
    currency: z.string(),
    points: z
      .array(z.object({ on: day, amount: decimal }))
      .describe(
        'Of the accounts that you see and that are in totals. What private accounts of other members add to the ' +
          'totals of today is not among them, as a sum for each day would tell their single entries: ' +
          'private_others of accounts/summary/ has it',
      ),
  })
  .meta({ id: 'NetWorth' });

export const dashboardSchema = z
  .object({
    today: day,
    currency: z.string(),
    net_worth: decimal,
    balances: z.object({ everyday: decimal, savings: decimal, debt: decimal }),
    pay: z.object({
      period: z.object({ starts_on: day, ends_on: day }),
      next_pay_on: day,
      days_left: z.number().int(),
      spent: decimal.describe('In this pay period, as a negative amount'),
      income: decimal,
      left_a_day: decimal.describe('What is in everyday accounts, shared out over the days until pay day'),
    }),
    month: z.object({
      month,
      income: decimal,
      expense: decimal,
      net: decimal,
      by_category: z.array(z.object({ category_id: id.nullable(), amount: decimal, share: z.number() })),
    }),
    cash_flow: z.array(flow),
    needs_you: z.array(z.object({ kind: z.enum(NEEDS), count: z.number().int(), link: z.string() })),
    recent: z.array(transactionSchema),
  })
  .meta({ id: 'Dashboard' });

export type Dashboard = z.infer<typeof dashboardSchema>;
export type MonthRange = z.infer<typeof monthRangeSchema>;
export type DayRange = z.infer<typeof dayRangeSchema>;
