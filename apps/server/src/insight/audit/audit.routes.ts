import { listOf } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { auditEntrySchema, auditQuery, exportQuery } from './audit.schema.ts';
import { exportAudit, listAudit } from './audit.ts';

const tag = 'Audit';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'audit/',
    requires: 'audit.view',
    summary: 'Who did what in the household, newest first, field by field',
    tag,
    query: auditQuery,
    returns: listOf(auditEntrySchema),
    // A refused permission stands here and moves no number of the log.
    uncached: true,
    work: async (ctx, { query }) => await listAudit(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'audit/export/',
    requires: 'audit.view',
    summary: 'The same as a file, CSV or JSON; taking it is itself in the audit',
    tag,
    query: exportQuery,
    limits: ['export'],
    uncached: true,
    traced: true,
    work: async (ctx, { query }) => await exportAudit(ctx, query),
  }),
];
