import { isSeen, ownOnly } from '../../ledger/sight/sight.ts';
import type { HouseholdContext } from '../../platform/context.ts';

export type Waiting = { uncategorised: number; review: number; pending: number };

/** What waits for a person, that they may see, counted up to a hundred of each: a badge needs no more. */
export async function readWaiting(ctx: HouseholdContext): Promise<Waiting> {
  const some = (where: string): string =>
    `(select count(*)::int from (select 1 from transactions
       t where t.household_id = $1 and t.deleted_at is null and ${isSeen('$3')} and ${where} limit 100) w)`;
  const [row] = await ctx.db.text<Waiting>(
    `select ${some("category_id is null and not is_split and type <> 'transfer' and occurred_on > $2::date - 90")} as uncategorised,
       ${some('needs_review')} as review, ${some("status = 'pending' and occurred_on < $2::date - 7")} as pending`,
    [ctx.household, ctx.today, ownOnly(ctx) ?? null],
  );
  return row ?? { uncategorised: 0, review: 0, pending: 0 };
}
