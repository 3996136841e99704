import type { Id } from '@kinwise/core/ids';
import type { EntryType } from '@kinwise/engines/categorisation/propose';
import type { HouseholdContext } from '../../platform/context.ts';

export type PayeeCountRow = {
  key: string;
  name: string;
  merchant_id: Id | null;
  type: EntryType;
  category_id: Id;
  entries: number;
};

/** As much of the newest history as tells habits: what was sorted years ago may be sorted otherwise now. */
const HISTORY_MAX = 50_000;

/**
 * How often each payee got each category: one small row for each pair, whatever the number of entries. Only shared
 * entries and those private to `privateTo`: the reason of a proposal must tell nobody what they do not see.
 */
export async function readCounts(ctx: HouseholdContext, privateTo: Id | null): Promise<PayeeCountRow[]> {
  return await ctx.db.text<PayeeCountRow>(
    `select p.name_key as key, p.name, p.merchant_id, t.type, t.category_id, count(*)::int as entries
     from (
       select payee_id, type, category_id, needs_review from transactions
       where household_id = $1 and deleted_at is null and (private_to is null or private_to = $2)
       order by occurred_on desc, id desc limit ${HISTORY_MAX}) as t
     join payees p on p.household_id = $1 and p.id = t.payee_id
     where t.category_id is not null and t.type <> 'transfer' and not t.needs_review
     group by 1, 2, 3, 4, 5`,
    [ctx.household, privateTo],
  );
}

/** The names that belong to a merchant, shared ones and those private to `privateTo`. */
export async function readAliases(
  ctx: HouseholdContext,
  privateTo: Id | null,
): Promise<{ key: string; merchant_id: Id }[]> {
  return await ctx.db.text(
    `select name_key as key, merchant_id from payees
     where household_id = $1 and merchant_id is not null and (private_to is null or private_to = $2)
     order by private_to nulls first`,
    [ctx.household, privateTo],
  );
}
