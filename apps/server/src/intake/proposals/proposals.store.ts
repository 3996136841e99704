import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type PayeeHistory = { name_key: string; category_id: Id; entries: number };

/** How often each payee got each category: one small row for each pair, whatever the number of entries. */
export async function readHistory(ctx: HouseholdContext): Promise<PayeeHistory[]> {
  return await ctx.db.text<PayeeHistory>(
    `select p.name_key, t.category_id, count(*)::int as entries
     from transactions t join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.category_id is not null and t.deleted_at is null and not t.needs_review
       and t.occurred_on > $2::date - 800
     group by p.name_key, t.category_id`,
    [ctx.household, ctx.today],
  );
}

export type MerchantDefault = { name_key: string; merchant: string; category_id: Id };

/** Payees whose merchant has a default category. */
export async function readMerchantDefaults(ctx: HouseholdContext): Promise<MerchantDefault[]> {
  return await ctx.db.text<MerchantDefault>(
    `select p.name_key, m.name as merchant, m.default_category_id as category_id
     from payees p join merchants m on m.household_id = p.household_id and m.id = p.merchant_id
     where p.household_id = $1 and m.default_category_id is not null and m.deleted_at is null`,
    [ctx.household],
  );
}

/** Living categories by their names, in English and te reo. */
export async function readCategoryNames(
  ctx: HouseholdContext,
): Promise<{ id: Id; name: string; name_mi: string | null }[]> {
  return await ctx.db.text(
    'select id, name, name_mi from categories where household_id = $1 and deleted_at is null order by depth desc, id',
    [ctx.household],
  );
}
