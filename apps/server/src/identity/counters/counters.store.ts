import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Counter } from '../tries/tries.ts';

export type Place = { readonly nameKey: string; readonly network: string };

/** The counter, made when there is none and held until the commit: tries at the same moment are counted one by one. */
export async function holdCounter(ctx: OpenContext, at: Place): Promise<Counter> {
  const [row] = await ctx.db.text<Counter>(
    `insert into sign_in_failures as f (name_key, network, failures, total, locks, last_at) values ($1, $2, 0, 0, 0, $3)
     on conflict (name_key, network) do update set total = f.total
     returning failures, total, locks, locked_until, last_at, failed_at, open_tries`,
    [at.nameKey, at.network, ctx.now],
  );
  if (!row) throw new Error('a counter was neither found nor made');
  return row;
}

export async function updateCounter(ctx: OpenContext, at: Place, row: Counter): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('sign_in_failures')
      .set({ ...row, open_tries: JSON.stringify(row.open_tries) })
      .where('name_key', '=', at.nameKey)
      .where('network', '=', at.network),
  );
}

export async function readLockTimes(
  ctx: OpenContext,
  nameKey: string,
  networks: readonly string[],
): Promise<{ locked_until: string | null }[]> {
  return await ctx.db.rows(
    k
      .selectFrom('sign_in_failures')
      .select(['locked_until'])
      .where('name_key', '=', nameKey)
      .where('network', 'in', [...networks]),
  );
}

/** Where counters of these names are; in the order in which everybody holds them, so that nobody waits for each other. */
export async function placesOf(
  ctx: OpenContext,
  nameKeys: readonly string[],
  networks?: readonly string[],
): Promise<Place[]> {
  const rows = await ctx.db.rows(
    k
      .selectFrom('sign_in_failures')
      .select(['name_key', 'network'])
      .where('name_key', 'in', [...nameKeys])
      .$if(networks !== undefined, (q) => q.where('network', 'in', [...(networks ?? [])])),
  );
  return rows.map((row) => ({ nameKey: row.name_key, network: row.network }));
}

export async function deleteCounter(ctx: OpenContext, at: Place): Promise<void> {
  await ctx.db.run(
    k.deleteFrom('sign_in_failures').where('name_key', '=', at.nameKey).where('network', '=', at.network),
  );
}

export async function deleteCountersBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(
    k
      .deleteFrom('sign_in_failures')
      .where('last_at', '<', before)
      .where((q) => q.or([q('locked_until', 'is', null), q('locked_until', '<', before)])),
  );
}
