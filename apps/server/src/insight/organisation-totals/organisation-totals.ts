/** What an organisation sees of its households: that they belong to it, and the sums that each of them shares. */
import { exponentOf } from '@kinwise/core/currencies';
import { monthOf } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { convert, formatMinor } from '@kinwise/core/money';
import { homesOfOrganisation } from '../../home/organisation-homes/organisation-homes.ts';
import { requireAdministrator } from '../../home/organisations/organisations.ts';
import { nameOf } from '../../home/households/households.ts';
import { countByRole } from '../../home/memberships/memberships.ts';
import { rateOn } from '../../ledger/currencies/currencies.ts';
import type { HouseholdContext, UserContext } from '../../platform/context.ts';
import type { WireSharedHome } from './organisation-totals.schema.ts';
import { readFlows, readWorth } from './organisation-totals.store.ts';
import type { Flow } from './organisation-totals.store.ts';

export async function listSharedHomes(ctx: UserContext, organisation: Id): Promise<WireSharedHome[]> {
  await requireAdministrator(ctx, organisation);
  const shown: WireSharedHome[] = [];
  for (const { household_id: household, shares, joined_at } of await homesOfOrganisation(ctx, organisation)) {
    // As the household itself, since no administrator has a place in it; what is answered is what it chose.
    const seen = await ctx.within({ household, actor: { kind: 'system' } }, async (inside) => ({
      id: household,
      name: await nameOf(inside),
      ...(await sharedBy(inside, shares)),
    }));
    shown.push({ ...seen, shares: shares as WireSharedHome['shares'], joined_at });
  }
  return shown;
}

async function sharedBy(
  ctx: HouseholdContext,
  shares: string,
): Promise<Pick<WireSharedHome, 'totals' | 'categories'>> {
  if (shares !== 'totals' && shares !== 'categories') return { totals: null, categories: null };
  const month = monthOf(ctx.today);
  const flows = await readFlows(ctx, month);
  const write = (minor: bigint): string => formatMinor(minor, exponentOf(ctx.currency));
  const sum = (of: (flow: Flow) => bigint): string => write(flows.reduce((all, flow) => all + of(flow), 0n));
  const counts = Object.values(await countByRole(ctx));
  return {
    totals: {
      currency: ctx.currency,
      members: counts.reduce((all, one) => all + one, 0),
      net_worth: write(await worth(ctx)),
      month,
      income: sum((flow) => flow.income_minor),
      expense: sum((flow) => flow.expense_minor),
    },
    categories:
      shares === 'categories'
        ? flows.map(({ name, income_minor, expense_minor }) => ({
            name,
            income: write(income_minor),
            expense: write(expense_minor),
          }))
        : null,
  };
}

/** By the newest rates; what has none is left out. */
async function worth(ctx: HouseholdContext): Promise<bigint> {
  let total = 0n;
  for (const { currency, minor } of await readWorth(ctx)) {
    if (currency === ctx.currency) {
      total += minor;
      continue;
    }
    const pair = { base: currency, quote: ctx.currency };
    const scaled = await rateOn(ctx, { ...pair, on: ctx.today });
    if (scaled !== undefined) total += convert({ minor, currency }, { ...pair, scaled }).minor;
  }
  return total;
}
