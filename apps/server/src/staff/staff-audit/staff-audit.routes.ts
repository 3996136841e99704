import { listOf } from '../../platform/lists.ts';
import { staffRoute } from '../../platform/routes.ts';
import { staffAuditEntrySchema, staffAuditExportQuery, staffAuditQuery } from './staff-audit.schema.ts';
import { exportEntries, listEntries } from './staff-audit.ts';

const tag = 'Staff';

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/audit/',
    staff: 'viewer',
    summary:
      'Who did what in the whole installation: never amounts, names of payees or what was changed to what',
    tag,
    query: staffAuditQuery,
    returns: listOf(staffAuditEntrySchema),
    work: async (ctx, { query }) => await listEntries(ctx, query),
  }),
  staffRoute({
    method: 'GET',
    path: 'admin/audit/export/',
    staff: 'manager',
    stepUp: true,
    summary: 'The same as a table (CSV); taking it stands among what staff did',
    tag,
    query: staffAuditExportQuery,
    file: ['text/csv'],
    limits: ['export'],
    traced: true,
    work: async (ctx, { query }) => await exportEntries(ctx, query),
  }),
];
