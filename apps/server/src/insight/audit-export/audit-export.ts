/**
 * The audit of the household as a file, page by page however long it is. That it was taken out stands in the audit itself,
 * before anything of it leaves.
 */
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { pagesAfter } from '../../platform/long-answers.ts';
import { Reply } from '../../platform/routes.ts';
import type { Again } from '../../platform/routes.ts';
import { countFound, pageFound } from '../audit/audit.ts';
import type { After, Found, Narrowed } from '../audit/audit.ts';
import { WRITERS } from './audit-export.schema.ts';
import type { ExportQuery, Writer } from './audit-export.schema.ts';

export async function exportAudit(ctx: HouseholdContext, query: ExportQuery): Promise<Reply> {
  const { format, household: _household, ...filters } = query;
  const first = await pageFound(ctx, filters);
  const rows = await countFound(ctx, filters, first.entries[0]);
  ctx.emit(
    happened('data.exported', {
      ids: [ctx.household],
      op: 'none',
      after: { what: 'audit', format, rows, ...filters },
      risk: 'medium',
    }),
  );
  const writer = WRITERS[format];
  const headers = {
    'content-type': writer.type,
    'content-disposition': `attachment; filename="kinwise-activity-${ctx.today}.${format}"`,
    'cache-control': 'no-store',
  };
  const rest = (again: Again<HouseholdContext>) => following(again, { filters, first, writer });
  return new Reply(writer.begin + writer.page(first.entries, true), { headers, rest });
}

async function* following(
  again: Again<HouseholdContext>,
  of: { filters: Narrowed; first: Found; writer: Writer },
): AsyncGenerator<string> {
  const { filters, first, writer } = of;
  const pages = pagesAfter(again, first, async (ctx, place: After) => await pageFound(ctx, filters, place));
  for await (const { entries } of pages) yield writer.page(entries, false);
  yield writer.end;
}
