/**
 * The audit of the whole installation, for staff: what happened, who, when, from where, how risky. What was in it, amounts
 * and names of a household's money, stands in the household's own audit, which takes looking in with a reason.
 */
import { recordAct } from '../../identity/staff-acts/staff-acts.ts';
import { staffRoleOf } from '../../identity/staff-members/staff-members.ts';
import type { UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { pagesAfter } from '../../platform/long-answers.ts';
import { Reply } from '../../platform/routes.ts';
import type { Again } from '../../platform/routes.ts';
import { CSV_BEGINNING, csvOfEntries, entryOnTheWire, risksOf } from './staff-audit.schema.ts';
import type { StaffAuditFilters, StaffAuditQuery } from './staff-audit.schema.ts';
import { countEntries, readEntries } from './staff-audit.store.ts';
import type { EntryRow, Wanted } from './staff-audit.store.ts';

const AT_ONCE = 2_000;

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

/**
 * As a table, page by page however long it is. That it was taken out, by whom and narrowed how, stands among what staff did
 * before anything of it leaves.
 */
export async function exportEntries(ctx: UserContext, filters: StaffAuditFilters): Promise<Reply> {
  const wanted = wantedOf(filters);
  const first = await pageOf(ctx, wanted);
  const [newest] = first.rows;
  const count = newest ? await countEntries(ctx, wanted, newest) : 0;
  const staff = ctx.actor.userId;
  const chosen = Object.entries(filters).filter(([, value]) => value !== undefined);
  const details = { rows: count, ...(Object.fromEntries(chosen) as Record<string, string>) };
  const role = await staffRoleOf(ctx, staff);
  const { actor_id: user, household_id: household } = filters;
  await recordAct(ctx, { action: 'audit.exported', staff, role, user, household, details });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="kinwise-audit-${ctx.now.slice(0, 10)}.csv"`,
    'cache-control': 'no-store',
  };
  const rest = (again: Again<UserContext>) => following(again, wanted, first);
  return new Reply(CSV_BEGINNING + csvOfEntries(first.rows), { headers, rest });
}

async function* following(
  again: Again<UserContext>,
  wanted: Wanted,
  first: EntryPage,
): AsyncGenerator<string> {
  const pages = pagesAfter(again, first, async (ctx, place: After) => await pageOf(ctx, wanted, place));
  for await (const { rows } of pages) yield csvOfEntries(rows);
}

type After = Pick<EntryRow, 'at' | 'id'>;
type EntryPage = { readonly rows: EntryRow[]; readonly after: After | undefined };

async function pageOf(ctx: UserContext, wanted: Wanted, place?: After): Promise<EntryPage> {
  const rows = await readEntries(ctx, wanted, { place, upward: false, limit: AT_ONCE });
  return { rows, after: rows.length < AT_ONCE ? undefined : rows.at(-1) };
}

function wantedOf(filters: StaffAuditFilters): Wanted {
  const { risk: _risk, risk__gte: _least, at__gte: from, at__lt: until, ...same } = filters;
  return { ...same, risks: risksOf(filters), from, until };
}
