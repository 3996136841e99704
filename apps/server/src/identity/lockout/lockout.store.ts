import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type CounterRow = {
  failures: number;
  total: number;
  locks: number;
  locked_until: string | null;
  last_at: string;
};

type Place = { readonly nameKey: string; readonly network: string };

/** The counter, made when there is none and held until the commit: tries at the same moment are counted one by one. */
export async function holdCounter(ctx: OpenContext, at: Place): Promise<CounterRow> {
  const [row] = await ctx.db.text<CounterRow>(
    `insert into sign_in_failures as f (name_key, network, failures, total, locks, last_at) values ($1, $2, 0, 0, 0, $3)
     on conflict (name_key, network) do update set total = f.total
     returning failures, total, locks, locked_until, last_at`,
    [at.nameKey, at.network, ctx.now],
  );
  if (!row) throw new Error('a counter was neither found nor made');
  return row;
}

export async function updateCounter(ctx: OpenContext, at: Place, row: CounterRow): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('sign_in_failures')
      .set(row)
      .where('name_key', '=', at.nameKey)
      .where('network', '=', at.network),
  );
}

export async function readCounters(
  ctx: OpenContext,
  nameKey: string,
  networks: readonly string[],
): Promise<CounterRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('sign_in_failures')
      .select(['failures', 'total', 'locks', 'locked_until', 'last_at'])
      .where('name_key', '=', nameKey)
      .where('network', 'in', [...networks]),
  );
}

export async function deleteCounters(
  ctx: OpenContext,
  nameKeys: readonly string[],
  networks?: readonly string[],
): Promise<void> {
  await ctx.db.run(
    k
      .deleteFrom('sign_in_failures')
      .where('name_key', 'in', [...nameKeys])
      .$if(networks !== undefined, (q) => q.where('network', 'in', [...(networks ?? [])])),
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
