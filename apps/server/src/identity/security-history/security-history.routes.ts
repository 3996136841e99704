import { listOf } from '../../platform/lists.ts';
import { userRoute } from '../../platform/routes.ts';
import { historyQuery, securityEntrySchema, statusSchema } from './security-history.schema.ts';
import { listHistory, showStatus } from './security-history.ts';

const tag = 'Me';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'users/me/security-history/',
    summary: 'What happened around one’s own account, newest first',
    tag,
    query: historyQuery,
    returns: listOf(securityEntrySchema),
    work: async (ctx, { query }) => await listHistory(ctx, query),
  }),
  userRoute({
    method: 'GET',
    path: 'auth/security-status/',
    summary: 'Last sign-ins, sessions, age of the password and recent risks',
    tag,
    returns: statusSchema,
    work: async (ctx) => await showStatus(ctx),
  }),
];
