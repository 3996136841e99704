import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { HAS_A_SAY } from '../overlaps/overlaps.ts';

/** Per account, the first other committed import whose file bore the number by which the account was found. */
export async function readBearers(
  ctx: HouseholdContext,
  not: Id,
  accounts: readonly Id[],
): Promise<{ account_id: Id; import_id: Id }[]> {
  return await ctx.db.text(
    `select distinct on (s->>'account_id') (s->>'account_id')::uuid as account_id, i.id as import_id
     from imports i cross join lateral jsonb_array_elements(i.summary->'statements') s
     where i.household_id = $1 and i.id <> $2 and i.status = 'committed' and s->>'account_id' = any($3::text[])
       and s->>'known_account_id' = s->>'account_id' and not (s->>'skip')::boolean and ${HAS_A_SAY}
     order by s->>'account_id', i.committed_at, i.id`,
    [ctx.household, not, [...accounts]],
  );
}
