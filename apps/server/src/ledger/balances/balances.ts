import { exponentOf } from '@kinwise/core/currencies';
import { addDays, addMonths, monthOf, weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { convert, formatMinor, formatRate } from '@kinwise/core/money';
import type { HouseholdContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import { accountRows, privateBalances, requireAccount } from '../accounts/accounts.ts';
import type { WireAccount } from '../accounts/accounts.schema.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { rateOn } from '../currencies/currencies.ts';
import { accountDays } from '../postings/postings.ts';
import type { HistoryQuery, Summary } from './balances.schema.ts';

type Point = { on: string; balance: string };

const STEPS_MAX = 4000;

/** An account's balance at the end of each step: today's balance, walked back through the days that moved it. */
export async function balanceHistory(
  ctx: HouseholdContext,
  id: Id,
  query: HistoryQuery,
): Promise<{ currency: string; points: Point[] }> {
  const account = await requireAccount(ctx, id);
  const ends = stepEnds(rangeOf(ctx, query), query.step);
  const balances = await balancesAt(ctx, [account], ends);
  const exponent = exponentOf(account.currency);
  const mine = balances.get(account.id) ?? [];
  return {
    currency: account.currency,
    points: ends.map((on, index) => ({ on, balance: formatMinor(mine[index] ?? 0n, exponent) })),
  };
}

/** What the household has and owes, today, in its own currency by the newest rates. */
export async function accountsSummary(ctx: HouseholdContext): Promise<Summary> {
  const accounts = (await accountRows(ctx)).filter((row) => row.include_in_totals);
  const others = await privateBalances(ctx);
  const sums = new Map<string, bigint>();
  const add = (currency: string, minor: bigint): void => {
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  };
  for (const row of accounts) add(row.currency, row.balance_minor);
  for (const row of others) add(row.currency, row.balance_minor);
  const by_currency: Summary['by_currency'] = [];
  let total = 0n;
  for (const [currency, minor] of sums) {
    const rate = await toHousehold(ctx, currency, ctx.today);
    const converted = rate === undefined ? undefined : convertBy(ctx, { minor, currency }, rate);
    total += converted ?? 0n;
    by_currency.push({
      currency,
      amount: formatMinor(minor, exponentOf(currency)),
      converted: converted === undefined ? null : formatMinor(converted, exponentOf(ctx.currency)),
      rate: rate === undefined || currency === ctx.currency ? null : formatRate(rate),
    });
  }
  return {
    net_worth: { amount: formatMinor(total, exponentOf(ctx.currency)), currency: ctx.currency },
    by_kind: await kindsOf(ctx, accounts),
    by_currency,
    private_others: others.map((row) => ({
      currency: row.currency,
      amount: formatMinor(row.balance_minor, exponentOf(row.currency)),
    })),
    accounts: accounts.map((row) => row.id),
  };
}

/** Net worth at the end of each step, in the household's currency by each day's rate. Minor units. */
export async function netWorthAt(ctx: HouseholdContext, ends: readonly Day[]): Promise<bigint[]> {
  const accounts = (await accountRows(ctx)).filter((row) => row.include_in_totals);
  const balances = await balancesAt(ctx, accounts, ends);
  const totals = ends.map(() => 0n);
  for (const currency of new Set(accounts.map((row) => row.currency))) {
    const sums = ends.map((_end, index) =>
      accounts
        .filter((row) => row.currency === currency)
        .reduce((sum, row) => sum + (balances.get(row.id)?.[index] ?? 0n), 0n),
    );
    for (const [index, minor] of sums.entries()) {
      const rate =
        currency === ctx.currency ? undefined : await toHousehold(ctx, currency, ends[index] ?? ctx.today);
      const value =
        currency === ctx.currency
          ? minor
          : rate === undefined
            ? 0n
            : convertBy(ctx, { minor, currency }, rate);
      totals[index] = (totals[index] ?? 0n) + value;
    }
  }
  return totals;
}

/** The last days of each step within a range; the range's own last day closes the list. */
export function stepEnds(range: { from: Day; to: Day }, step: HistoryQuery['step']): Day[] {
  const ends: Day[] = [];
  for (let on = range.from; on <= range.to && ends.length < STEPS_MAX; on = addDays(on, 1)) {
    if (on === range.to || closes(on, step)) ends.push(on);
  }
  return ends;
}

function closes(on: Day, step: HistoryQuery['step']): boolean {
  if (step === 'day') return true;
  return step === 'week' ? weekdayOf(on) === 7 : monthOf(on) !== monthOf(addDays(on, 1));
}

export function rangeOf(
  ctx: HouseholdContext,
  query: { from?: Day | undefined; to?: Day | undefined },
): { from: Day; to: Day } {
  const to = query.to ?? ctx.today;
  const from = query.from ?? addMonths(to, -12);
  if (from > to) throw invalid('/from', 'range', 'from: must not be after to');
  if (from < addMonths(to, -12 * 30)) throw invalid('/from', 'range', 'from: at most thirty years before to');
  return { from, to };
}

/** Balances at the end of days, ascending: today's balance less everything that moved after each of them. */
async function balancesAt(
  ctx: HouseholdContext,
  accounts: readonly AccountRow[],
  ends: readonly Day[],
): Promise<Map<Id, bigint[]>> {
  const first = ends[0] ?? ctx.today;
  const moves = await accountDays(ctx, { from: addDays(first, 1), accounts: accounts.map((row) => row.id) });
  const later = new Map<Id, { on: string; delta: bigint }[]>();
  for (const { account_id, on_day, delta_minor } of moves) {
    const list = later.get(account_id);
    if (list) list.push({ on: on_day, delta: delta_minor });
    else later.set(account_id, [{ on: on_day, delta: delta_minor }]);
  }
  return new Map(accounts.map((row) => [row.id, walkBack(row.balance_minor, later.get(row.id) ?? [], ends)]));
}

function walkBack(
  now: bigint,
  moves: readonly { on: string; delta: bigint }[],
  ends: readonly Day[],
): bigint[] {
  const balances: bigint[] = Array<bigint>(ends.length).fill(now);
  let balance = now;
  let next = moves.length - 1;
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    for (let move = moves[next]; move && move.on > (ends[index] ?? ''); move = moves[next]) {
      balance -= move.delta;
      next -= 1;
    }
    balances[index] = balance;
  }
  return balances;
}

async function kindsOf(ctx: HouseholdContext, accounts: readonly AccountRow[]): Promise<Summary['by_kind']> {
  const kinds = new Map<WireAccount['kind'], { minor: bigint; accounts: number }>();
  for (const row of accounts) {
    const rate = await toHousehold(ctx, row.currency, ctx.today);
    const name = row.kind as WireAccount['kind'];
    const kind = kinds.get(name) ?? { minor: 0n, accounts: 0 };
    kind.minor +=
      rate === undefined ? 0n : convertBy(ctx, { minor: row.balance_minor, currency: row.currency }, rate);
    kind.accounts += 1;
    kinds.set(name, kind);
  }
  const exponent = exponentOf(ctx.currency);
  return [...kinds].map(([kind, sum]) => ({
    kind,
    amount: formatMinor(sum.minor, exponent),
    accounts: sum.accounts,
  }));
}

const ONE = 10_000_000_000n;

async function toHousehold(ctx: HouseholdContext, currency: string, on: Day): Promise<bigint | undefined> {
  return currency === ctx.currency ? ONE : await rateOn(ctx, { base: currency, quote: ctx.currency, on });
}

function convertBy(ctx: HouseholdContext, money: { minor: bigint; currency: string }, rate: bigint): bigint {
  if (money.currency === ctx.currency) return money.minor;
  return convert(money, { base: money.currency, quote: ctx.currency, scaled: rate }).minor;
}
