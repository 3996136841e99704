import { z } from 'zod';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { usage } from './category-usage.ts';
import { usageSchema } from './category-usage.schema.ts';

const tag = 'Categories';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'categories/usage/',
    requires: 'transactions.view',
    summary: 'How often each category is used, how much went through it, and when last',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: usageSchema,
    work: async (ctx) => ({ results: await usage(ctx) }),
  }),
];
