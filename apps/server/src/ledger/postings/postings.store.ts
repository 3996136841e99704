import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { OWN_PARTS, ownOnly } from '../sight/sight.ts';

export type AccountDay = {
  account_id: Id;
  on_day: string;
  private_to: Id | null;
  delta_minor: bigint;
  entries: number;
};

export type CategorySum = {
  category_key: Id;
  on_day: string;
  private_key: Id;
  private_to: Id | null;
  income_minor: bigint;
  expense_minor: bigint;
  entries: number;
};

/** Rows are written in the order of their keys, so that two writers wait for each other instead of meeting head on. */
export async function addToAccountDays(ctx: HouseholdContext, rows: readonly AccountDay[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.text(
    `insert into account_days as r (household_id, account_id, on_day, private_to, delta_minor, entries)
     select $1, u.* from unnest($2::uuid[], $3::date[], $4::uuid[], $5::bigint[], $6::int[]) as u (a, d, p, m, n)
     order by u.a, u.d
     on conflict (household_id, account_id, on_day) do update
       set delta_minor = r.delta_minor + excluded.delta_minor, entries = r.entries + excluded.entries`,
    [
      ctx.household,
      rows.map((row) => row.account_id),
      rows.map((row) => row.on_day),
      rows.map((row) => row.private_to),
      rows.map((row) => row.delta_minor),
      rows.map((row) => row.entries),
    ],
  );
}

/** Adds to the sums of days and of months; the months are made from the days here, in the same statement. */
export async function addToCategories(ctx: HouseholdContext, rows: readonly CategorySum[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.text(CATEGORIES, [
    ctx.household,
    rows.map((row) => row.on_day),
    rows.map((row) => row.category_key),
    rows.map((row) => row.private_key),
    rows.map((row) => row.private_to),
    rows.map((row) => row.income_minor),
    rows.map((row) => row.expense_minor),
    rows.map((row) => row.entries),
  ]);
}

const CATEGORIES = `
with added as (
  select * from unnest($2::date[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::int[])
    as u (on_day, category_key, private_key, private_to, income, expense, entries)
), days as (
  insert into category_days as r (household_id, on_day, category_key, private_key, private_to, income_minor, expense_minor, entries)
  select $1, on_day, category_key, private_key, private_to, income, expense, entries from added
  order by on_day, category_key, private_key
  on conflict (household_id, on_day, category_key, private_key) do update
    set income_minor = r.income_minor + excluded.income_minor, expense_minor = r.expense_minor + excluded.expense_minor,
      entries = r.entries + excluded.entries
)
insert into category_months as r (household_id, month, category_key, private_key, private_to, income_minor, expense_minor, entries)
select $1, date_trunc('month', on_day)::date, category_key, private_key, private_to, sum(income), sum(expense), sum(entries)
from added group by 2, 3, 4, 5 order by 2, 3, 4
on conflict (household_id, month, category_key, private_key) do update
  set income_minor = r.income_minor + excluded.income_minor, expense_minor = r.expense_minor + excluded.expense_minor,
    entries = r.entries + excluded.entries`;

/** The rollups are of the household; who sees only their own gets sums of just those, made when they are asked for. */
const OWN_SUMS = `sum(greatest(o.household_minor, 0))::bigint as income_minor,
  sum(least(o.household_minor, 0))::bigint as expense_minor, count(*)::int as entries`;

export type MonthSum = {
  month: string;
  category_key: Id;
  income_minor: bigint;
  expense_minor: bigint;
  entries: number;
};

/** Category sums of whole months, both included, shared and the reader's own together. */
export async function readMonths(ctx: HouseholdContext, from: string, to: string): Promise<MonthSum[]> {
  const me = ownOnly(ctx);
  if (me !== undefined) {
    const day = "on_day between $3 and ($4::date + interval '1 month' - interval '1 day')";
    return await ctx.db.text<MonthSum>(
      `select date_trunc('month', o.on_day)::date as month, o.category_key, ${OWN_SUMS}
       from (${OWN_PARTS}) o where o.${day} group by 1, 2 order by 1, 2`,
      [ctx.household, me, from, to],
    );
  }
  const rows = await ctx.db.text<MonthSum>(
    `select month, category_key, income_minor, expense_minor, entries from category_months
     where household_id = $1 and month between $2 and $3 order by month, category_key`,
    [ctx.household, from, to],
  );
  return rows.reduce<MonthSum[]>(addSum, []);
}

/** Two rows of one month and category stand side by side: what is shared, and what is the reader's own. */
function addSum(sums: MonthSum[], row: MonthSum): MonthSum[] {
  const last = sums.at(-1);
  if (last?.month === row.month && last.category_key === row.category_key) {
    last.income_minor += row.income_minor;
    last.expense_minor += row.expense_minor;
    last.entries += row.entries;
  } else sums.push(row);
  return sums;
}

/** Category sums of any stretch of days, both included. */
export async function readDays(
  ctx: HouseholdContext,
  from: string,
  to: string,
): Promise<Omit<MonthSum, 'month'>[]> {
  const me = ownOnly(ctx);
  if (me !== undefined) {
    return await ctx.db.text(
      `select o.category_key, ${OWN_SUMS} from (${OWN_PARTS}) o where o.on_day between $3 and $4 group by 1 order by 1`,
      [ctx.household, me, from, to],
    );
  }
  return await ctx.db.text(
    `select category_key, sum(income_minor)::bigint as income_minor, sum(expense_minor)::bigint as expense_minor,
       sum(entries)::int as entries
     from category_days where household_id = $1 and on_day between $2 and $3 group by category_key order by category_key`,
    [ctx.household, from, to],
  );
}

/** What accounts moved by, day by day and account by account, from a day on. */
export async function readAccountDays(
  ctx: HouseholdContext,
  at: { from: string; accounts?: readonly Id[] | undefined },
): Promise<{ account_id: Id; on_day: string; delta_minor: bigint }[]> {
  return await ctx.db.text(
    `select account_id, on_day, delta_minor from account_days
     where household_id = $1 and on_day >= $2 and ($3::uuid[] is null or account_id = any($3)) and delta_minor <> 0
     order by on_day, account_id`,
    [ctx.household, at.from, at.accounts ? [...at.accounts] : null],
  );
}

/** The days of an account are as private as the account. */
export async function setDaysSight(ctx: HouseholdContext, account: Id, privateTo: Id | null): Promise<void> {
  await ctx.db.text('update account_days set private_to = $3 where household_id = $1 and account_id = $2', [
    ctx.household,
    account,
    privateTo,
  ]);
}
