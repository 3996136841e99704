/** An import may let an account end where its statement does, by the opening balance; what it moved is taken back with it. */
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { lockAccounts, write } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import type { Entry, EntryRow } from '../../ledger/entries/entries.ts';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { accountsOf, balanceAfter } from '../destinations/destinations.ts';
import { lockImports, updateImport } from '../imports/imports.ts';
import type { ImportRow, Summary } from '../imports/imports.ts';
import { readLaterAdjusters } from './openings.store.ts';

type Closing = { minor: string; on: string };
type Openings = NonNullable<Summary['openings']>;

/** Lets each account end where its last statement does, by its opening balance; by how much is kept for the undo. */
export async function adjustOpenings(ctx: HouseholdContext, row: ImportRow): Promise<Openings> {
  const openings: Openings = [];
  for (const [id, closing] of closingsOf(row, await accountsOf(ctx, row))) {
    const [account] = await lockAccounts(ctx, [id]);
    if (!account) continue;
    const moved = BigInt(closing.minor) - (await balanceAfter(ctx, { row, account, on: closing.on as Day }));
    if (moved === 0n) continue;
    await moveOpening(ctx, account, moved);
    openings.push({ account_id: id, moved: moved.toString() });
  }
  return openings;
}

/** What became of an entry, and which imports had and have it stand as booked; those that were there all the time are left out. */
export type Change = {
  readonly before: Entry;
  readonly after?: EntryRow | undefined;
  readonly bookedBy?: Id | undefined;
  readonly booksNow?: Id | undefined;
};

/**
 * What an undo takes out of an account would also move the end that a later import gave it. That one goes on ending
 * where its statement does: it takes over so much of the opening, as if it had set it without the import that goes.
 */
export async function holdOpenings(
  ctx: HouseholdContext,
  row: ImportRow,
  changes: readonly Change[],
): Promise<void> {
  await passOn(ctx, row, { changes });
}

/** By how much an account had more on a day, as one import saw it that knows none of those committed after it. */
function goneFrom(
  changes: readonly Change[],
  at: { account: Id; on: string; isKnown: (import_id: Id) => boolean },
): bigint {
  const sum = (entry: EntryRow | undefined, by: Id | undefined): bigint =>
    entry?.account_id === at.account &&
    entry.status === 'completed' &&
    entry.deleted_at === null &&
    entry.occurred_on <= at.on &&
    (by === undefined || at.isKnown(by))
      ? entry.amount_minor
      : 0n;
  return changes.reduce(
    (total, { before, after, bookedBy, booksNow }) =>
      total + sum(before.row, bookedBy) - sum(after, booksNow),
    0n,
  );
}

/**
 * Takes back what `adjustOpenings` moved, and nothing that somebody changed since; where a later import set it, it is its.
 * An account that was deleted since has nothing to take back.
 */
export async function restoreOpenings(ctx: HouseholdContext, row: ImportRow): Promise<void> {
  const own = new Map(
    (row.summary.openings ?? []).map(({ account_id, moved }) => [account_id, BigInt(moved)]),
  );
  const passed = await passOn(ctx, row, { own });
  for (const [id, moved] of own) {
    const [account] = passed.has(id) ? [] : await lockAccounts(ctx, [id]);
    if (account) await moveOpening(ctx, account, -moved);
  }
}

/**
 * Gives later imports that set the opening of an account their part of it: the first one `own`, and each what is gone of
 * the days through its closing, less what those before it got. Answers the accounts of which there was such an import.
 */
async function passOn(
  ctx: HouseholdContext,
  row: ImportRow,
  { changes = [], own = new Map() }: { changes?: readonly Change[]; own?: ReadonlyMap<Id, bigint> },
): Promise<ReadonlySet<Id>> {
  const { id, committed_at } = row;
  const homes = new Set((row.summary.statements ?? []).flatMap((one) => one.account_id ?? []));
  const raised = new Map<Id, bigint>();
  // One whose commit is taken back half-way was never before anything.
  if (committed_at === null) return new Set();
  await lookingAtAll(ctx, async (all) => {
    const others = changes.flatMap(({ bookedBy, booksNow }) => [bookedBy ?? [], booksNow ?? []].flat());
    const order = await readLaterAdjusters(all, {
      after: { id, committed_at },
      others: [...new Set(others)],
    });
    const ranks = new Map(order.map((one, rank) => [one.id, rank]));
    const ids = order.flatMap((one) => (one.adjusts ? [one.id] : []));
    const locked = new Map((await lockImports(all, ids)).map((one) => [one.id, one]));
    for (const later of ids.flatMap((one) => locked.get(one) ?? [])) {
      if (later.status !== 'committed') continue;
      const isKnown = (one: Id): boolean => (ranks.get(one) ?? 0) <= (ranks.get(later.id) ?? 0);
      const taken: Openings = [];
      for (const [account, { on }] of closingsOf(later)) {
        if (!homes.has(account)) continue;
        const before = raised.get(account);
        const through = goneFrom(changes, { account, on, isKnown });
        const moved = through - (before ?? 0n) + (before === undefined ? (own.get(account) ?? 0n) : 0n);
        raised.set(account, through);
        if (moved !== 0n) taken.push({ account_id: account, moved: moved.toString() });
      }
      if (taken.length > 0) await give(all, later, taken);
    }
  });
  for (const [account, by] of raised) {
    if (by === 0n) continue;
    const [found] = await lockAccounts(ctx, [account]);
    if (found) await moveOpening(ctx, found, by);
  }
  return new Set(raised.keys());
}

async function give(all: HouseholdContext, later: ImportRow, taken: Openings): Promise<void> {
  const sums = new Map((later.summary.openings ?? []).map((one) => [one.account_id, BigInt(one.moved)]));
  for (const { account_id, moved } of taken)
    sums.set(account_id, (sums.get(account_id) ?? 0n) + BigInt(moved));
  const openings = [...sums].map(([account_id, moved]) => ({ account_id, moved: moved.toString() }));
  await updateImport(all, later, { summary: { ...later.summary, openings } });
  all.emit(happened('import.changed', { ids: [later.id], after: { openings }, privateTo: later.private_to }));
}

/** Where the last statement of each account ends. */
function closingsOf(row: ImportRow, accounts?: ReadonlyMap<number, AccountRow>): Map<Id, Closing> {
  const last = new Map<Id, Closing>();
  for (const [index, { closing, skip, account_id }] of (row.summary.statements ?? []).entries()) {
    const id = accounts ? accounts.get(index)?.id : skip ? undefined : account_id;
    if (id && closing && closing.on >= (last.get(id)?.on ?? '')) last.set(id, closing);
  }
  return last;
}

async function moveOpening(ctx: HouseholdContext, account: AccountRow, by: bigint): Promise<void> {
  await write(ctx, account, {
    opening_minor: account.opening_minor + by,
    balance_minor: account.balance_minor + by,
  });
}
