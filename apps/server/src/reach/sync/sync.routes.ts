import { householdRoute } from '../../platform/routes.ts';
import { sync } from './sync.ts';
import { syncQuerySchema, syncSchema } from './sync.schema.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'sync/',
    requires: 'household.view',
    summary: 'What changed since a cursor, or the whole copy page by page',
    tag: 'Sync',
    query: syncQuerySchema,
    returns: syncSchema,
    uncached: true,
    work: async (ctx, { query }) => await sync(ctx, query),
  }),
];
