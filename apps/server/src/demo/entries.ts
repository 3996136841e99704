import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { accountRows } from '../ledger/accounts/accounts.ts';
import type { AccountRow } from '../ledger/accounts/accounts.ts';
import { livingCategories } from '../ledger/categories/categories.ts';
import { blankRow } from '../ledger/drafts/drafts.ts';
import { frozenRate, insertEntries } from '../ledger/entries/entries.ts';
import type { EntryDraft } from '../ledger/entries/entries.ts';
import { payeeIdFor } from '../ledger/merchants/merchants.ts';
import { insertPairs } from '../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../platform/context.ts';
import type { DemoAccount, DemoEntry, DemoPerson } from './demo-entry.ts';

export type Stretch = {
  readonly from: Day;
  readonly to: Day;
  readonly people: ReadonlyMap<DemoPerson, Id>;
  /** The names of the accounts, by their keys. */
  readonly names: ReadonlyMap<DemoAccount, string>;
  readonly day: (on: Day) => DemoEntry[];
};

/** Writes the entries of some days; each bears an id of its day, so that a day is never written twice. */
export async function writeDays(ctx: HouseholdContext, stretch: Stretch): Promise<void> {
  const lookup = await lookUp(ctx, stretch);
  const singles: EntryDraft[] = [];
  const pairs: [EntryDraft, EntryDraft][] = [];
  for (let on = stretch.from; on <= stretch.to; on = addDays(on, 1)) {
    for (const [index, entry] of stretch.day(on).entries()) {
      const bank_id = `demo-${on}-${index}`;
      const near = await draftOf(ctx, lookup, {
        entry,
        on,
        bank_id,
        cents: entry.cents,
        account: entry.account,
      });
      if (entry.to === undefined) singles.push(near);
      else
        pairs.push([
          near,
          await draftOf(ctx, lookup, { entry, on, bank_id, cents: -entry.cents, account: entry.to }),
        ]);
    }
  }
  await insertEntries(ctx, singles, { note: { demonstration: singles.length } });
  await insertPairs(ctx, pairs);
}

type Lookup = {
  accounts: ReadonlyMap<DemoAccount, AccountRow>;
  categories: ReadonlyMap<string, Id>;
  people: ReadonlyMap<DemoPerson, Id>;
};

async function lookUp(ctx: HouseholdContext, stretch: Stretch): Promise<Lookup> {
  const rows = await accountRows(ctx);
  const accounts = [...stretch.names].flatMap(([key, name]): [DemoAccount, AccountRow][] => {
    const row = rows.find((one) => one.name === name);
    return row ? [[key, row]] : [];
  });
  const categories = [...(await livingCategories(ctx)).values()].flatMap((row): [string, Id][] =>
    row.default_key === null ? [] : [[row.default_key, row.id]],
  );
  return { accounts: new Map(accounts), categories: new Map(categories), people: stretch.people };
}

async function draftOf(
  ctx: HouseholdContext,
  lookup: Lookup,
  of: { entry: DemoEntry; on: Day; bank_id: string; cents: number; account: DemoAccount },
): Promise<EntryDraft> {
  const { entry, on } = of;
  const account = lookup.accounts.get(of.account);
  if (!account) throw new Error(`the demonstration has no account ${of.account}`);
  const amount_minor = BigInt(of.cents);
  const row = {
    ...blankRow(ctx, account),
    occurred_on: on,
    booked_on: on,
    amount_minor,
    ...(await frozenRate(ctx, { amount_minor, currency: account.currency, on })),
    type: amount_minor > 0n ? 'income' : 'expense',
    // What was bought today is not booked yet, as with any bank.
    status: on === ctx.today && of.cents < 0 && entry.to === undefined ? 'pending' : 'completed',
    source: 'import',
    payee_id: await payeeIdFor(ctx, entry.payee, account.private_to),
    memo: entry.memo ?? '',
    category_id: (entry.category === undefined ? undefined : lookup.categories.get(entry.category)) ?? null,
    payer_id: (entry.by === undefined ? undefined : lookup.people.get(entry.by)) ?? null,
    bank_id: of.bank_id,
  };
  return { row, splits: [], tags: [] };
}
