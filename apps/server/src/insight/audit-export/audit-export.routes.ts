import { householdRoute } from '../../platform/routes.ts';
import { exportQuery } from './audit-export.schema.ts';
import { exportAudit } from './audit-export.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'audit/export/',
    requires: 'audit.view',
    stepUp: true,
    summary: 'The audit as a file, CSV or JSON; taking it stands in it as well',
    tag: 'Audit',
    query: exportQuery,
    file: ['text/csv', 'application/json'],
    limits: ['export'],
    uncached: true,
    traced: true,
    work: async (ctx, { query }) => await exportAudit(ctx, query),
  }),
];
