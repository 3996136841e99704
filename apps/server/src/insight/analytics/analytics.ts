import { exponentOf } from '@kinwise/core/currencies';
import { addToMonth, daysBetween, firstOfMonth, monthOf, monthsBetween } from '@kinwise/core/days';
import type { Month } from '@kinwise/core/days';
import { formatMinor } from '@kinwise/core/money';
import { nextPayDay, periodAt } from '@kinwise/core/pay-periods';
import { accountsSummary, netWorthAt, rangeOf, stepEnds } from '../../ledger/balances/balances.ts';
import { NONE, categoryDays, categoryMonths } from '../../ledger/postings/postings.ts';
import { listTransactions } from '../../ledger/register/register.ts';
import { suggestPairs } from '../../ledger/transfers/transfers.ts';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import type { Dashboard, DayRange, MonthRange } from './analytics.schema.ts';
import { readWaiting } from './analytics.store.ts';

type Flow = Dashboard['cash_flow'][number];
type Kind = 'income' | 'expense';

const MONTHS_MAX = 240;
const EVERYDAY = ['checking', 'cash'];
const SAVINGS = ['savings', 'investment', 'kiwisaver'];
const DEBT = ['credit', 'loan', 'mortgage'];

/** Category by month, from sums that the writers keep: as fast for ten years as for one. */
export async function categoryBreakdown(ctx: HouseholdContext, query: MonthRange) {
  const months = monthsOf(ctx, query);
  const sums = await monthSums(ctx, months);
  const rows = new Map<string, { category_id: string | null; kind: Kind; minor: bigint[] }>();
  const place = new Map(months.map((month, index) => [month, index]));
  for (const sum of sums) {
    const index = place.get(sum.month) ?? 0;
    for (const [kind, minor] of [
      ['income', sum.income_minor],
      ['expense', sum.expense_minor],
    ] as const) {
      if (minor === 0n) continue;
      const key = `${kind} ${sum.category_key}`;
      const row = rows.get(key) ?? {
        category_id: categoryOf(sum.category_key),
        kind,
        minor: months.map(() => 0n),
      };
      row.minor[index] = (row.minor[index] ?? 0n) + minor;
      rows.set(key, row);
    }
  }
  const write = writer(ctx);
  const shaped = [...rows.values()].map(({ category_id, kind, minor }) => ({
    category_id,
    kind,
    amounts: minor.map(write),
    total: write(minor.reduce((total, one) => total + one, 0n)),
  }));
  return { currency: ctx.currency, months, rows: shaped };
}

/** Income and expense of each month; transfers are neither (invariant 4). */
export async function cashFlow(
  ctx: HouseholdContext,
  query: MonthRange,
): Promise<{ currency: string; months: Flow[] }> {
  const months = monthsOf(ctx, query);
  return { currency: ctx.currency, months: flowsOf(ctx, months, await monthSums(ctx, months)) };
}

export async function netWorth(ctx: HouseholdContext, query: DayRange) {
  const ends = stepEnds(rangeOf(ctx, query), query.step);
  const totals = await netWorthAt(ctx, ends);
  const write = writer(ctx);
  return {
    currency: ctx.currency,
    points: ends.map((on, index) => ({ on, amount: write(totals[index] ?? 0n) })),
  };
}

/** Everything that the first screen shows, in one answer. */
export async function dashboard(ctx: HouseholdContext): Promise<Dashboard> {
  const months = monthsOf(ctx, {});
  const [summary, sums, waiting, newest, pay] = await together([
    accountsSummary(ctx),
    monthSums(ctx, months),
    readWaiting(ctx),
    listTransactions(ctx, { page_size: 8, sort: '-occurred_on' }),
    paySums(ctx),
  ]);
  const flows = flowsOf(ctx, months, sums);
  const kinds = (wanted: readonly string[]): bigint =>
    summary.by_kind
      .filter((kind) => wanted.includes(kind.kind))
      .reduce((total, kind) => total + minorOf(kind.amount), 0n);
  const everyday = kinds(EVERYDAY);
  const write = writer(ctx);
  return {
    today: ctx.today,
    currency: ctx.currency,
    net_worth: summary.net_worth.amount,
    balances: { everyday: write(everyday), savings: write(kinds(SAVINGS)), debt: write(kinds(DEBT)) },
    pay: {
      period: pay.period,
      next_pay_on: pay.next,
      days_left: pay.daysLeft,
      spent: write(pay.spent),
      income: write(pay.income),
      left_a_day: write(everyday > 0n ? everyday / BigInt(pay.daysLeft) : 0n),
    },
    month: thisMonth(ctx, sums, flows.at(-1)),
    cash_flow: flows,
    needs_you: await needs(ctx, waiting),
    recent: newest.results,
  };
}

function thisMonth(ctx: HouseholdContext, sums: Sums, flow: Flow | undefined): Dashboard['month'] {
  const month = monthOf(ctx.today);
  const spent = sums.filter((sum) => sum.month === month && sum.expense_minor < 0n);
  const total = spent.reduce((all, sum) => all + sum.expense_minor, 0n);
  const write = writer(ctx);
  const by_category = [...spent]
    .sort((a, b) => (a.expense_minor < b.expense_minor ? -1 : 1))
    .map((sum) => ({
      category_id: categoryOf(sum.category_key),
      amount: write(sum.expense_minor),
      // A share is for the length of a bar, not for reckoning: four decimals do.
      share: Number((sum.expense_minor * 10_000n) / total) / 10_000,
    }));
  const zero = write(0n);
  return {
    month,
    income: flow?.income ?? zero,
    expense: flow?.expense ?? zero,
    net: flow?.net ?? zero,
    by_category,
  };
}

async function needs(
  ctx: HouseholdContext,
  waiting: { uncategorised: number; review: number; pending: number },
): Promise<Dashboard['needs_you']> {
  const mayEdit = ctx.reach('transactions.edit') === 'all';
  const transfers = mayEdit ? (await suggestPairs(ctx)).length : 0;
  const all: Dashboard['needs_you'] = [
    { kind: 'review', count: waiting.review, link: '/transactions?needs_review=true' },
    { kind: 'uncategorised', count: waiting.uncategorised, link: '/transactions?uncategorised=true' },
    { kind: 'unconfirmed_transfer', count: transfers, link: '/transactions?transfers=suggested' },
    { kind: 'old_pending', count: waiting.pending, link: '/transactions?status=pending' },
  ];
  return all.filter((one) => one.count > 0);
}

async function paySums(ctx: HouseholdContext) {
  const period = periodAt(ctx.facts.payCycle, ctx.today);
  const next = nextPayDay(ctx.facts.payCycle, ctx.today);
  const sums = await categoryDays(ctx, period.starts_on, ctx.today);
  return {
    period,
    next,
    daysLeft: Math.max(1, daysBetween(ctx.today, next)),
    spent: sums.reduce((total, sum) => total + sum.expense_minor, 0n),
    income: sums.reduce((total, sum) => total + sum.income_minor, 0n),
  };
}

type Sums = { month: Month; category_key: string; income_minor: bigint; expense_minor: bigint }[];

async function monthSums(ctx: HouseholdContext, months: readonly Month[]): Promise<Sums> {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const rows = await categoryMonths(ctx, firstOfMonth(first), firstOfMonth(last));
  return rows.map((row) => ({ ...row, month: row.month.slice(0, 7) as Month }));
}

function flowsOf(ctx: HouseholdContext, months: readonly Month[], sums: Sums): Flow[] {
  const write = writer(ctx);
  const totals = new Map(months.map((month) => [month, { income: 0n, expense: 0n }]));
  for (const sum of sums) {
    const total = totals.get(sum.month);
    if (!total) continue;
    total.income += sum.income_minor;
    total.expense += sum.expense_minor;
  }
  return [...totals].map(([month, { income, expense }]) => ({
    month,
    income: write(income),
    expense: write(expense),
    net: write(income + expense),
  }));
}

function monthsOf(
  ctx: HouseholdContext,
  query: { from?: Month | undefined; to?: Month | undefined },
): Month[] {
  const to = query.to ?? monthOf(ctx.today);
  const from = query.from ?? addToMonth(to, -11);
  if (from > to) throw invalid('/from', 'range', 'from: must not be after to');
  if (from < addToMonth(to, -MONTHS_MAX))
    throw invalid('/from', 'range', 'from: at most twenty years before to');
  return monthsBetween(from, to);
}

function categoryOf(key: string): string | null {
  return key === NONE ? null : key;
}

function writer(ctx: HouseholdContext): (minor: bigint) => string {
  const exponent = exponentOf(ctx.currency);
  return (minor) => formatMinor(minor, exponent);
}

function minorOf(wire: string): bigint {
  return BigInt(wire.replace('.', ''));
}
