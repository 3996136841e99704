import type { Copied } from '../../platform/copies.ts';
import { householdRoute } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { sync } from './sync.ts';
import { syncQuerySchema, syncSchemaOf } from './sync.schema.ts';

/** What a copy holds is what the features say that devices keep. */
export const routes = (copies: readonly Copied[]): readonly Route[] => [
  householdRoute({
    method: 'GET',
    path: 'sync/',
    requires: 'household.view',
    summary: 'What changed since a cursor, or the whole copy page by page',
    tag: 'Sync',
    query: syncQuerySchema,
    returns: syncSchemaOf(copies),
    uncached: true,
    byItself: true,
    work: async (ctx, { query }) => await sync(ctx, query),
  }),
];
