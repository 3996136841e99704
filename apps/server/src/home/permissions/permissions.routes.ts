import { householdRoute } from '../../platform/routes.ts';
import { permissionsOf } from './permissions.ts';
import { permissionsQuery, permissionsSchema } from './permissions.schema.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'permissions/',
    requires: 'household.view',
    summary: 'What you may do in the household, and with one thing in it',
    tag: 'Permissions',
    query: permissionsQuery,
    uncached: true,
    returns: permissionsSchema,
    work: async (ctx, { query }) => await permissionsOf(ctx, query),
  }),
];
