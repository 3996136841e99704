import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { listTransactions, showTransaction } from './register.ts';
import { listQuerySchema, transactionSchema, transactionsSchema } from './register.schema.ts';

const tag = 'Transactions';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'transactions/',
    requires: 'transactions.view',
    summary: 'Entries by filters and order, newest first',
    tag,
    query: listQuerySchema,
    returns: transactionsSchema,
    work: async (ctx, { query }) => await listTransactions(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'transactions/search/',
    requires: 'transactions.view',
    summary: 'The same list, for a search with q',
    tag,
    query: listQuerySchema.safeExtend({ q: z.string().trim().min(1).max(100) }),
    returns: transactionsSchema,
    work: async (ctx, { query }) => await listTransactions(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'transactions/:id/',
    requires: 'transactions.view',
    summary: 'One entry, also from the trash',
    tag,
    params: z.object({ id }),
    returns: transactionSchema,
    work: async (ctx, { params }) => await showTransaction(ctx, params.id),
  }),
];
