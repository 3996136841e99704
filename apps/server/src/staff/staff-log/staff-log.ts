/** What staff did: who, what, when, on whom, and why. */
import type { UserContext } from '../../platform/context.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { actOnTheWire } from './staff-log.schema.ts';
import type { ActsQuery } from './staff-log.schema.ts';
import { readActs } from './staff-log.store.ts';

const SORT = '-at';

export async function listActs(ctx: UserContext, query: ActsQuery) {
  const { page_size: size, cursor, ...filters } = query;
  const from = cursor === undefined ? undefined : positionOf(ctx.ground, SORT, cursor);
  const found = await readActs(ctx, filters, {
    from: from && { at: from.values[0] ?? '', id: from.values[1] ?? '', back: from.back },
    limit: size + 1,
  });
  const { rows, meta } = page(ctx.ground, found, {
    size,
    sort: SORT,
    from,
    filters,
    valuesOf: (row) => [row.at, row.id],
  });
  return { results: rows.map(actOnTheWire), _meta: meta };
}
