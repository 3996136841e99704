import { householdRoute } from '../../platform/routes.ts';
import { pageOfPayees } from './payees.ts';
import { payeeListQuery, payeeListSchema } from './payees.schema.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'payees/',
    requires: 'transactions.view',
    summary: 'The names that banks and people write for whom they pay',
    tag: 'Merchants',
    query: payeeListQuery,
    returns: payeeListSchema,
    work: async (ctx, { query }) => await pageOfPayees(ctx, query),
  }),
];
