import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { sql } from 'kysely';
import type { HouseholdContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Position } from '../../platform/lists.ts';

export type RateRow = {
  id: Id;
  base: string;
  quote: string;
  on_day: string;
  rate: string;
  source: string;
  version: number;
  created_at: string;
  updated_at: string;
};

export type RateFilters = {
  ids?: readonly Id[] | undefined;
  base?: string | undefined;
  quote?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
};

const COLUMNS = [
  'id',
  'base',
  'quote',
  'on_day',
  'rate',
  'source',
  'version',
  'created_at',
  'updated_at',
] as const;

/** Rates, newest day first. */
export async function readRates(
  ctx: HouseholdContext,
  filters: RateFilters,
  page?: { size: number; from: Position | undefined },
): Promise<RateRow[]> {
  const back = page?.from?.back === true;
  let query = k
    .selectFrom('exchange_rates')
    .select(COLUMNS)
    .where('household_id', '=', ctx.household)
    .orderBy('on_day', back ? 'asc' : 'desc')
    .orderBy('id', back ? 'asc' : 'desc');
  if (filters.ids) query = query.where('id', 'in', [...filters.ids]);
  if (filters.base !== undefined) query = query.where('base', '=', filters.base);
  if (filters.quote !== undefined) query = query.where('quote', '=', filters.quote);
  if (filters.from !== undefined) query = query.where('on_day', '>=', filters.from);
  if (filters.to !== undefined) query = query.where('on_day', '<=', filters.to);
  if (page) {
    query = query.limit(page.size + 1);
    const [on, id] = page.from?.values ?? [];
    if (on && id) {
      query = query.where(sql<boolean>`(on_day, id) ${sql.raw(back ? '>' : '<')} (${on}::date, ${id}::uuid)`);
    }
  }
  return await ctx.db.rows(query);
}

export async function insertRate(
  ctx: HouseholdContext,
  rate: { id: Id; base: string; quote: string; on_day: Day; rate: string },
): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('exchange_rates')
      .values({ ...rate, household_id: ctx.household, created_at: ctx.now, updated_at: ctx.now }),
  );
}

/** Answers false when the row is not at `version` any more. */
export async function updateRate(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  rate: string,
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('exchange_rates')
      .set((q) => ({ rate, source: 'manual', updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

export async function deleteRate(ctx: HouseholdContext, at: { id: Id; version: number }): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .deleteFrom('exchange_rates')
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

/** Writes rates of a file: new days are added, known ones follow the file. Answers the ids of what differed. */
export async function putRates(
  ctx: HouseholdContext,
  rates: readonly { id: Id; base: string; quote: string; on: Day; rate: string }[],
): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `insert into exchange_rates as r (household_id, id, base, quote, on_day, rate, source, created_at, updated_at)
     select $1, f.id, f.base, f.quote, f.on_day, f.rate, 'file', $7, $7
     from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::numeric[]) as f (id, base, quote, on_day, rate)
     on conflict (household_id, base, quote, on_day)
       do update set rate = excluded.rate, source = 'file', updated_at = excluded.updated_at, version = r.version + 1
       where r.rate <> excluded.rate
     returning id`,
    [
      ctx.household,
      rates.map((rate) => rate.id),
      rates.map((rate) => rate.base),
      rates.map((rate) => rate.quote),
      rates.map((rate) => rate.on),
      rates.map((rate) => rate.rate),
      ctx.now,
    ],
  );
  return rows.map((row) => row.id);
}

type LatestRow = { base: string; quote: string; on_day: Day; rate: string };

/** The newest rate up to a day of every pair among these currencies. */
export async function latestRates(
  ctx: HouseholdContext,
  currencies: readonly string[],
  on: Day,
): Promise<LatestRow[]> {
  // One descent of the unique index for each pair, however long the history is.
  return await ctx.db.text<LatestRow>(
    `select b.code as base, q.code as quote, r.on_day, r.rate
     from unnest($2::text[]) as b (code) cross join unnest($2::text[]) as q (code)
     cross join lateral (
       select e.on_day, e.rate from exchange_rates e
       where e.household_id = $1 and e.base = b.code and e.quote = q.code and e.on_day <= $3
       order by e.on_day desc limit 1) as r
     where b.code <> q.code`,
    [ctx.household, currencies, on],
  );
}

/** The currencies of the household's accounts, as far as the actor sees them. */
export async function currenciesInUse(ctx: HouseholdContext): Promise<string[]> {
  const rows = await ctx.db.rows(
    k
      .selectFrom('accounts')
      .select('currency')
      .distinct()
      .where('household_id', '=', ctx.household)
      .where('deleted_at', 'is', null),
  );
  return rows.map((row) => row.currency);
}
