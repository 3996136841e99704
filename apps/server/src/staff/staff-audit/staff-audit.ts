/**
 * The audit of the whole installation, for staff: what happened, who, when, from where, how risky. What was in it, amounts
 * and names of a household's money, stands in the household's own audit, which takes looking in with a reason.
 */
import { recordAct } from '../../identity/staff-acts/staff-acts.ts';
import { staffRoleOf } from '../../identity/staff-members/staff-members.ts';
import type { UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { invalid } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { csvOfEntries, entryOnTheWire, risksOf } from './staff-audit.schema.ts';
import type { StaffAuditFilters, StaffAuditQuery } from './staff-audit.schema.ts';
import { readEntries } from './staff-audit.store.ts';
import type { EntryRow, Wanted } from './staff-audit.store.ts';

const MOST = 50_000;
const AT_ONCE = 5_000;

export async function listEntries(ctx: UserContext, query: StaffAuditQuery) {
  const { page_size: _size, cursor: _cursor, sort, ...filters } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort,
    filters,
    by: 'at',
    read: async (place, limit) => {
      const upward = (sort === 'at') !== (place?.back === true);
      return await readEntries(ctx, wantedOf(filters), { place, upward, limit });
    },
  });
  return { results: rows.map(entryOnTheWire), _meta: meta };
}

/** As a table. That it was taken out, by whom and narrowed how, stands among what staff did. */
export async function exportEntries(ctx: UserContext, filters: StaffAuditFilters): Promise<Reply> {
  const rows: EntryRow[] = [];
  for (let more = true; more; ) {
    const last = rows.at(-1);
    const place = last && { at: last.at, id: last.id };
    const next = await readEntries(ctx, wantedOf(filters), { place, upward: false, limit: AT_ONCE });
    rows.push(...next);
    more = next.length === AT_ONCE;
    if (rows.length > MOST) throw tooMany();
  }
  const staff = ctx.actor.userId;
  const chosen = Object.entries(filters).filter(([, value]) => value !== undefined);
  const details = { rows: rows.length, ...(Object.fromEntries(chosen) as Record<string, string>) };
  const role = await staffRoleOf(ctx, staff);
  const { actor_id: user, household_id: household } = filters;
  await recordAct(ctx, { action: 'audit.exported', staff, role, user, household, details });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="kinwise-audit-${ctx.now.slice(0, 10)}.csv"`,
    'cache-control': 'no-store',
  };
  return new Reply(csvOfEntries(rows), { headers });
}

function wantedOf(filters: StaffAuditFilters): Wanted {
  const { risk: _risk, risk__gte: _least, at__gte: from, at__lt: until, ...same } = filters;
  return { ...same, risks: risksOf(filters), from, until };
}

function tooMany() {
  const most = MOST.toLocaleString('en');
  return invalid('/at__gte', 'too_many', `These are more than ${most} entries. Choose less time.`);
}
