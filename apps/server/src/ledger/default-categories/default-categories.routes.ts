import { z } from 'zod';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { showTree } from '../categories/categories.ts';
import { categoriesSchema } from '../categories/categories.schema.ts';
import { DEFAULTS_ON_THE_WIRE, defaultsSchema } from './default-categories.schema.ts';
import { seedCategories } from './default-categories.ts';

const tag = 'Categories';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'categories/defaults/',
    requires: 'transactions.view',
    summary: 'The categories that a new household begins with',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: defaultsSchema,
    work: async () => await Promise.resolve({ results: DEFAULTS_ON_THE_WIRE }),
  }),
  householdRoute({
    method: 'POST',
    path: 'categories/defaults/',
    requires: 'categories.manage',
    summary: 'Add the default categories that the household never had',
    tag,
    returns: categoriesSchema,
    work: async (ctx) => {
      await seedCategories(ctx);
      return { results: await showTree(ctx, {}) };
    },
  }),
];
