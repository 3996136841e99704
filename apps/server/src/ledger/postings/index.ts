import type { Feature } from '../../platform/feature.ts';

const PARTS = `
  select t.household_id, t.occurred_on, coalesce(s.category_id, t.category_id) as category_id, t.private_to,
    coalesce(s.household_minor, t.household_minor) as household_minor
  from transactions t
  left join transaction_splits s on t.is_split and s.household_id = t.household_id and s.transaction_id = t.id
  where t.deleted_at is null and t.status = 'completed' and t.type <> 'transfer'`;

const rollup = (table: string, column: string, day: string): string => `
  select household_id, ${column}, category_key, private_key, income_minor, expense_minor, entries from (
    select household_id, ${column}, category_key, private_key, income_minor, expense_minor, entries::bigint
    from ${table} where income_minor <> 0 or expense_minor <> 0 or entries <> 0
  ) kept
  full join (
    select household_id, ${day} as ${column},
      coalesce(category_id, '00000000-0000-0000-0000-000000000000') as category_key,
      coalesce(private_to, '00000000-0000-0000-0000-000000000000') as private_key,
      coalesce(sum(household_minor) filter (where household_minor > 0), 0)::bigint as income_minor,
      coalesce(sum(household_minor) filter (where household_minor < 0), 0)::bigint as expense_minor,
      count(*) as entries
    from (${PARTS}) parts group by 1, 2, 3, 4
  ) counted using (household_id, ${column}, category_key, private_key, income_minor, expense_minor, entries)
  where kept is null or counted is null`;

export const postings: Feature = {
  name: 'postings',
  tables: ['account_days', 'category_days', 'category_months'],
  invariants: [
    {
      name: 'the days of an account are the sums of its completed entries',
      sql: `select household_id, account_id, on_day from (
          select household_id, account_id, on_day, delta_minor, entries::bigint from account_days
          where delta_minor <> 0 or entries <> 0
        ) kept
        full join (
          select household_id, account_id, occurred_on as on_day, sum(amount_minor)::bigint as delta_minor, count(*) as entries
          from transactions where deleted_at is null and status = 'completed' group by 1, 2, 3
        ) counted using (household_id, account_id, on_day, delta_minor, entries)
        where kept is null or counted is null`,
    },
    {
      name: 'the days of a category are the sums of its entries',
      sql: rollup('category_days', 'on_day', 'occurred_on'),
    },
    {
      name: 'the months of a category are the sums of its entries',
      sql: rollup('category_months', 'month', "date_trunc('month', occurred_on)::date"),
    },
  ],
};
