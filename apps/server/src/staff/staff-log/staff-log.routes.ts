import { listOf } from '../../platform/lists.ts';
import { staffRoute } from '../../platform/routes.ts';
import { actSchema, actsQuery } from './staff-log.schema.ts';
import { listActs } from './staff-log.ts';

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/acts/',
    staff: 'viewer',
    summary: 'What staff did, newest first',
    tag: 'Staff',
    query: actsQuery,
    returns: listOf(actSchema),
    work: async (ctx, { query }) => await listActs(ctx, query),
  }),
];
