/** The audit of the household for its admins: who did what, when and from where, in words. */
import type { Id } from '@kinwise/core/ids';
import { changesOf } from '@kinwise/engines/audit/changes';
import type { Change } from '@kinwise/engines/audit/changes';
import { deviceOf } from '../../identity/devices/devices.ts';
import { millisecondsOf, todayIn } from '../../platform/clock.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { agentIn } from '../../platform/origin.ts';
import { pageByTime } from '../../platform/lists.ts';
import { changeOnTheWire, idsIn, namesOf } from '../audit-names/audit-names.ts';
import type { Names } from '../audit-names/audit-names.ts';
import { RISKS } from './audit.schema.ts';
import type { AuditQuery, WireAuditEntry } from './audit.schema.ts';
import { countEntries, readEntries } from './audit.store.ts';
import type { AuditRow, Filters } from './audit.store.ts';

const SORT = '-at';
/** So many entries are read and named at once. */
const PIECE = 2_000;

export type Narrowed = Omit<AuditQuery, 'page_size' | 'cursor' | 'household'>;

export async function listAudit(ctx: HouseholdContext, query: AuditQuery) {
  const { page_size: _size, cursor: _cursor, household: _household, ...filters } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters,
    by: 'at',
    read: async (place, limit) => await readEntries(ctx, filtersOf(filters), { place, limit }),
  });
  return { results: await onTheWire(ctx, rows), _meta: meta };
}

/** Some of what the filters find, newest first; `after` is where the next page begins, if there is one. */
export type Found = { readonly entries: readonly WireAuditEntry[]; readonly after: After | undefined };
export type After = Pick<AuditRow, 'at' | 'id'>;

export async function pageFound(ctx: HouseholdContext, filters: Narrowed, after?: After): Promise<Found> {
  const place = after && { ...after, back: false };
  const rows = await readEntries(ctx, filtersOf(filters), { place, limit: PIECE });
  return { entries: await onTheWire(ctx, rows), after: rows.length < PIECE ? undefined : rows.at(-1) };
}

/** How many the filters find up to an entry, itself included. */
export async function countFound(
  ctx: HouseholdContext,
  filters: Narrowed,
  newest: After | undefined,
): Promise<number> {
  return newest ? await countEntries(ctx, filtersOf(filters), newest) : 0;
}

function filtersOf(query: Narrowed): Filters {
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
    api_key: agentIn(row.agent ?? '').key,
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
