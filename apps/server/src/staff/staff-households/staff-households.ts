/** Households, as staff see them without a reason: that they are there, and who belongs to them. */
import type { Id } from '@kinwise/core/ids';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { notFound } from '../../platform/problems.ts';
import { sought } from '../sought/sought.ts';
import { homeOnTheWire } from './staff-households.schema.ts';
import type { HomesQuery } from './staff-households.schema.ts';
import { readHomes, readMembersOf } from './staff-households.store.ts';

const SORT = '-created_at';
const MOST = 100;

export async function listHomes(ctx: UserContext, query: HomesQuery) {
  const { q } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters: { q },
    by: 'created_at',
    read: async (from, limit) => await readHomes(ctx, { ...sought(q), from, limit }),
  });
  return { results: rows.map(homeOnTheWire), _meta: meta };
}

export async function showHome(ctx: UserContext, id: Id) {
  const [row] = await readHomes(ctx, { one: id, limit: 1 });
  if (!row) throw notFound('household');
  return { ...homeOnTheWire(row), members: await readMembersOf(ctx, id) };
}

/** The households that somebody belongs to, with their role. */
export async function homesOf(
  ctx: OpenContext,
  person: Id,
): Promise<{ id: Id; name: string; role: string }[]> {
  const rows = await readHomes(ctx, { person, limit: MOST });
  return rows
    .filter((row) => row.deleted_at === null)
    .map(({ id, name, role }) => ({ id, name, role: role ?? '' }));
}
