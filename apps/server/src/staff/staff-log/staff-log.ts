/** What staff did: who, what, when, on whom, and why. */
import type { UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { actOnTheWire } from './staff-log.schema.ts';
import type { ActsQuery } from './staff-log.schema.ts';
import { readActs } from './staff-log.store.ts';

const SORT = '-at';

export async function listActs(ctx: UserContext, query: ActsQuery) {
  const { page_size: _size, cursor: _cursor, ...filters } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters,
    by: 'at',
    read: async (from, limit) => await readActs(ctx, filters, { from, limit }),
  });
  return { results: rows.map(actOnTheWire), _meta: meta };
}
