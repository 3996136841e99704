/** The audit of the household as a file. That it was taken out stands in the audit itself. */
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { entriesFound } from '../audit/audit.ts';
import { csvOfEntries } from './audit-export.schema.ts';
import type { ExportQuery } from './audit-export.schema.ts';

const MOST = 50_000;

export async function exportAudit(ctx: HouseholdContext, query: ExportQuery): Promise<Reply> {
  const { format, household: _household, ...filters } = query;
  const entries = await entriesFound(ctx, filters, MOST);
  if (!entries) {
    const most = MOST.toLocaleString('en');
    throw invalid('/on__gte', 'too_many', `These are more than ${most} entries. Choose fewer days.`);
  }
  ctx.emit(
    happened('data.exported', {
      ids: [ctx.household],
      op: 'none',
      after: { what: 'audit', format, rows: entries.length, ...filters },
      risk: 'medium',
    }),
  );
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="kinwise-activity-${ctx.today}.${format}"`,
    'cache-control': 'no-store',
  };
  return new Reply(format === 'csv' ? csvOfEntries(entries) : { results: entries }, { headers });
}
