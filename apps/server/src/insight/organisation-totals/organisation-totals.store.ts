import type { HouseholdContext } from '../../platform/context.ts';

export type Sum = { currency: string; minor: bigint };

/** What members share, and private accounts only where their owners let them count: each currency as one sum. */
export async function readWorth(ctx: HouseholdContext): Promise<Sum[]> {
  return await ctx.db.text<Sum>(
    `select currency, sum(balance_minor)::bigint as minor from accounts
     where household_id = $1 and deleted_at is null and include_in_totals and (private_to is null or count_in_totals)
     group by currency order by currency`,
    [ctx.household],
  );
}

export type Flow = { name: string; income_minor: bigint; expense_minor: bigint };

/** Money in and out of a month by category, of what members share alone. */
export async function readFlows(ctx: HouseholdContext, month: string): Promise<Flow[]> {
  return await ctx.db.text<Flow>(
    `select coalesce(c.name, '') as name, sum(m.income_minor)::bigint as income_minor,
       sum(m.expense_minor)::bigint as expense_minor
     from category_months m left join categories c on c.household_id = m.household_id and c.id = m.category_key
     where m.household_id = $1 and m.month = ($2 || '-01')::date and m.private_to is null
     group by 1 order by 1`,
    [ctx.household, month],
  );
}
