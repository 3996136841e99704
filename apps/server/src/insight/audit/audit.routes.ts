import { listOf } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { auditEntrySchema, auditQuery } from './audit.schema.ts';
import { listAudit } from './audit.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'audit/',
    requires: 'audit.view',
    summary: 'Who did what in the household, newest first, field by field',
    tag: 'Audit',
    query: auditQuery,
    returns: listOf(auditEntrySchema),
    // A refused permission stands here and moves no number of the log.
    uncached: true,
    work: async (ctx, { query }) => await listAudit(ctx, query),
  }),
];
