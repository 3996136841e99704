import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { listOf } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { historyQuery, stepSchema } from './entry-history.schema.ts';
import { listSteps } from './entry-history.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'transactions/:id/history/',
    requires: 'transactions.view',
    summary: 'What became of an entry, field by field, newest first',
    tag: 'Transactions',
    params: z.object({ id }),
    query: historyQuery,
    returns: listOf(stepSchema),
    work: async (ctx, { params, query }) => await listSteps(ctx, params.id, query),
  }),
];
