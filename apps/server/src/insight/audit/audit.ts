/** The audit of the household for its admins: who did what, when and from where, in words. */
import type { Id } from '@kinwise/core/ids';
import { changesOf } from '@kinwise/engines/audit/changes';
import type { Change } from '@kinwise/engines/audit/changes';
import { happened } from '../../events.ts';
import { deviceOf } from '../../identity/devices/devices.ts';
import { millisecondsOf, todayIn } from '../../platform/clock.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { changeOnTheWire, idsIn, namesOf } from '../audit-names/audit-names.ts';
import type { Names } from '../audit-names/audit-names.ts';
import { RISKS, csvOfEntries } from './audit.schema.ts';
import type { AuditQuery, ExportQuery, WireAuditEntry } from './audit.schema.ts';
import { readEntries } from './audit.store.ts';
import type { AuditRow, Filters } from './audit.store.ts';

const SORT = '-at';

export async function listAudit(ctx: HouseholdContext, query: AuditQuery) {
  const { page_size: size, cursor, household: _household, ...filters } = query;
  const from = cursor === undefined ? undefined : positionOf(ctx.ground, SORT, cursor);
  const found = await readEntries(ctx, filtersOf(filters), {
    place: from && { at: from.values[0] ?? '', id: from.values[1] ?? '', back: from.back },
    limit: size + 1,
  });
  const { rows, meta } = page(ctx.ground, found, {
    size,
    sort: SORT,
    from,
    filters,
    valuesOf: (row) => [row.at, row.id],
  });
  return { results: await onTheWire(ctx, rows), _meta: meta };
}

const EXPORT_MOST = 50_000;
const PIECE = 2_000;

/** Everything that the filters find, as a file. That it was taken out is in the audit itself. */
export async function exportAudit(ctx: HouseholdContext, query: ExportQuery): Promise<Reply> {
  const { format, household: _household, ...filters } = query;
  const rows = await readEntries(ctx, filtersOf(filters), { limit: EXPORT_MOST + 1 });
  if (rows.length > EXPORT_MOST) {
    const most = EXPORT_MOST.toLocaleString('en');
    throw new Problem(
      'VALIDATION_2003',
      `These are more than ${most} entries. Choose fewer days with on__gte and on__lte.`,
    );
  }
  const entries: WireAuditEntry[] = [];
  for (let from = 0; from < rows.length; from += PIECE) {
    entries.push(...(await onTheWire(ctx, rows.slice(from, from + PIECE))));
  }
  ctx.emit(
    happened('data.exported', {
      ids: [ctx.household],
      op: 'none',
      after: { what: 'audit', format, rows: rows.length, ...filters },
      risk: 'medium',
      data: { user: actorId(ctx) },
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

function filtersOf(query: Omit<AuditQuery, 'page_size' | 'cursor' | 'household'>): Filters {
  const { risk, risk__gte, ...plain } = query;
  const least = risk__gte === undefined ? RISKS : RISKS.slice(RISKS.indexOf(risk__gte));
  return {
    ...plain,
    risk__in: risk === undefined ? risk__gte && least : least.filter((one) => one === risk),
  };
}

async function onTheWire(ctx: HouseholdContext, rows: readonly AuditRow[]): Promise<WireAuditEntry[]> {
  const told = rows.map((row) => ({ row, changes: changesOf(row, { currency: ctx.currency }) }));
  const ids = told.flatMap(({ row, changes }) => [
    ...[row.actor_id, row.entity_id].filter((id) => id !== null),
    ...idsIn(changes),
  ]);
  const names = await namesOf(ctx, ids);
  return told.map(({ row, changes }) => entryOnTheWire(ctx, names, { row, changes }));
}

function entryOnTheWire(
  ctx: HouseholdContext,
  names: Names,
  { row, changes }: { row: AuditRow; changes: readonly Change[] },
): WireAuditEntry {
  const { entity, entity_id, actor_id } = row;
  const amount = entity === 'transaction' && entity_id !== null ? names.amountOf(entity_id) : undefined;
  return {
    id: row.id,
    at: row.at,
    on: todayIn(millisecondsOf(row.at), ctx.timeZone),
    actor: {
      kind: row.actor_kind === 'user' ? 'user' : 'system',
      user_id: actor_id,
      name: actor_id === null ? null : (names.of('member', actor_id) ?? null),
    },
    action: row.action,
    entity,
    entity_id,
    count: row.count,
    subject: subjectOf(names, row),
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    changes: changes.map((change) => changeOnTheWire(names, change)),
    risk: row.risk as WireAuditEntry['risk'],
    success: row.success,
    private: row.private_to !== null,
    ip: row.ip,
    device: row.agent === null ? '' : deviceOf(row.agent).name,
    request_id: row.request_id,
  };
}

/** As it is called now; of what is gone for good, as the entry itself calls it. */
function subjectOf(names: Names, { entity, entity_id, before, after }: AuditRow): string | null {
  const known = entity_id === null ? undefined : names.of(entity, entity_id as Id);
  if (known !== undefined) return known;
  for (const side of [after, before] as (Record<string, unknown> | null)[]) {
    for (const field of ['name', 'file_name', 'file', 'email', 'capability', 'what']) {
      const text = side?.[field];
      if (typeof text === 'string') return text;
    }
  }
  return null;
}
