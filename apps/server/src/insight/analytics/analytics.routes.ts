import { z } from 'zod';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { cashFlow, categoryBreakdown, dashboard, netWorth } from './analytics.ts';
import {
  breakdownSchema,
  cashFlowSchema,
  dashboardSchema,
  dayRangeSchema,
  monthRangeSchema,
  netWorthSchema,
} from './analytics.schema.ts';

const tag = 'Insight';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'analytics/dashboard/',
    requires: 'reports.view',
    summary: 'What the first screen shows',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: dashboardSchema,
    work: async (ctx) => await dashboard(ctx),
  }),
  householdRoute({
    method: 'GET',
    path: 'analytics/category-breakdown/',
    requires: 'reports.view',
    summary: 'Income and expense by category and month',
    tag,
    query: monthRangeSchema,
    returns: breakdownSchema,
    work: async (ctx, { query }) => await categoryBreakdown(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'analytics/cash-flow/',
    requires: 'reports.view',
    summary: 'Income and expense by month',
    tag,
    query: monthRangeSchema,
    returns: cashFlowSchema,
    work: async (ctx, { query }) => await cashFlow(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'analytics/net-worth/',
    requires: 'reports.view',
    summary: 'Net worth at the end of each day, week or month',
    tag,
    query: dayRangeSchema,
    returns: netWorthSchema,
    work: async (ctx, { query }) => await netWorth(ctx, query),
  }),
];
