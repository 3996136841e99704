import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { accountsSummary, balanceHistory } from './balances.ts';
import { historyQuerySchema, historySchema, summarySchema } from './balances.schema.ts';

const tag = 'Accounts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'accounts/summary/',
    requires: 'accounts.view',
    summary: 'Net worth by kind of account and by currency',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: summarySchema,
    work: async (ctx) => await accountsSummary(ctx),
  }),
  householdRoute({
    method: 'GET',
    path: 'accounts/:id/balance-history/',
    requires: 'accounts.view',
    summary: 'Balance at the end of each day, week or month',
    tag,
    params: z.object({ id }),
    query: historyQuerySchema,
    returns: historySchema,
    work: async (ctx, { params, query }) => await balanceHistory(ctx, params.id, query),
  }),
];
