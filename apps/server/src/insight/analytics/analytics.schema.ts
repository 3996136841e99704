import { z } from 'zod';
import { dayField, id, monthField } from '../../platform/fields.ts';
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

const flow = z.object({ month: z.string(), income: z.string(), expense: z.string(), net: z.string() });

export const cashFlowSchema = z
  .object({ currency: z.string(), months: z.array(flow) })
  .meta({ id: 'CashFlow' });

export const breakdownSchema = z
  .object({
    currency: z.string(),
    months: z.array(z.string()),
    rows: z.array(
      z.object({
        category_id: id.nullable(),
        kind: z.enum(['income', 'expense']),
        amounts: z.array(z.string()),
        total: z.string(),
      }),
    ),
  })
  .meta({ id: 'CategoryBreakdown' });

export const netWorthSchema = z
  .object({ currency: z.string(), points: z.array(z.object({ on: z.string(), amount: z.string() })) })
  .meta({ id: 'NetWorth' });

export const dashboardSchema = z
  .object({
    today: z.string(),
    currency: z.string(),
    net_worth: z.string(),
    balances: z.object({ everyday: z.string(), savings: z.string(), debt: z.string() }),
    pay: z.object({
      period: z.object({ starts_on: z.string(), ends_on: z.string() }),
      next_pay_on: z.string(),
      days_left: z.number().int(),
      spent: z.string().describe('In this pay period, as a negative amount'),
      income: z.string(),
      left_a_day: z.string().describe('What is in everyday accounts, shared out over the days until pay day'),
    }),
    month: z.object({
      month: z.string(),
      income: z.string(),
      expense: z.string(),
      net: z.string(),
      by_category: z.array(z.object({ category_id: id.nullable(), amount: z.string(), share: z.number() })),
    }),
    cash_flow: z.array(flow),
    needs_you: z.array(z.object({ kind: z.string(), count: z.number().int(), link: z.string() })),
    recent: z.array(transactionSchema),
  })
  .meta({ id: 'Dashboard' });

export type Dashboard = z.infer<typeof dashboardSchema>;
export type MonthRange = z.infer<typeof monthRangeSchema>;
export type DayRange = z.infer<typeof dayRangeSchema>;
