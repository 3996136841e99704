import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { isSeen, ownOnly } from '../sight/sight.ts';

/** The newest day of each category with entries, by one step into the index for each. */
export async function lastUses(ctx: HouseholdContext, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await ctx.db.text<{ id: Id; on_day: string }>(
    `select c.id, greatest(whole.on_day, split.on_day) as on_day
     from unnest($2::uuid[]) as c (id)
     left join lateral (
       select t.occurred_on as on_day from transactions t
       where t.household_id = $1 and t.category_id = c.id and t.deleted_at is null and ${isSeen('$3')}
       order by t.occurred_on desc limit 1) as whole on true
     left join lateral (
       select max(t.occurred_on) as on_day from transaction_splits s
       join transactions t on t.household_id = s.household_id and t.id = s.transaction_id
       where s.household_id = $1 and s.category_id = c.id and t.deleted_at is null and ${isSeen('$3')}) as split on true
     where greatest(whole.on_day, split.on_day) is not null`,
    [ctx.household, ids, ownOnly(ctx) ?? null],
  );
  return new Map(rows.map((row) => [row.id, row.on_day]));
}
