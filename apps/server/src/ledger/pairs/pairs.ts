/** Two entries that are one movement, and what becomes of both when something is done with one of them (invariant 3). */
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import { accountRows } from '../accounts/accounts.ts';
import { changeEntries, lockEntries, sidesOf } from '../entries/entries.ts';
import type { Entry, EntryChange } from '../entries/entries.ts';
import { actionsOn } from '../register/register.ts';
import { readMixed, removeTransfers } from './pairs.store.ts';

export { insertTransfers } from './pairs.store.ts';

/**
 * The entry with its other side, where the actor may change both. Otherwise the pair is parted and the entry stands
 * alone: what is in an account of somebody else is theirs, and stays as it is.
 */
export async function sidesFor(
  ctx: HouseholdContext,
  entry: Entry,
  action: 'delete' | 'restore',
): Promise<Entry[]> {
  const { transfer_id } = entry.row;
  if (transfer_id === null) return [entry];
  const sides = await lockEntries(ctx, await sidesOf(ctx, [transfer_id]));
  if (sides.length === 2 && (await mayAll(ctx, sides, action))) return sides;
  await takeApart(ctx, [transfer_id]);
  return await lockEntries(ctx, [entry.row.id]);
}

/**
 * Takes transfers apart: each side is income or expense again by its sign. A side on somebody's private account is out of
 * the actor's sight and goes along all the same: half of a pair is none. Answers the sides that the actor sees.
 */
export async function takeApart(ctx: HouseholdContext, transfers: readonly Id[]): Promise<Id[]> {
  if (transfers.length === 0) return [];
  const seen = await part(ctx, transfers);
  await lookingAtAll(ctx, async (all) => {
    await part(all, transfers);
    await removeTransfers(all, transfers);
  });
  return seen;
}

/** Takes the transfers apart whose other side goes with a person: what stays is income or expense of who shares it. */
export async function partFrom(ctx: HouseholdContext, user: Id): Promise<void> {
  await takeApart(ctx, await readMixed(ctx, user));
}

/**
 * Entries that moved to another account may have met their other side there; asked once all of them are written. The
 * other side names the account, and devices hear of it.
 */
export async function refuseOneAccount(
  ctx: HouseholdContext,
  changes: readonly EntryChange[],
): Promise<void> {
  const moved = changes.flatMap(({ before, after }) =>
    before.row.transfer_id !== null && after.account_id !== before.row.account_id
      ? [before.row.transfer_id]
      : [],
  );
  if (moved.length === 0) return;
  const taken = new Set<string>();
  for (const { row } of await lockEntries(ctx, await sidesOf(ctx, moved))) {
    const key = `${row.transfer_id ?? ''} ${row.account_id}`;
    if (taken.has(key)) {
      throw invalid(
        '/account_id',
        'same_account',
        'account_id: the other side of this transfer is in that account. Unlink the transfer, or choose another account.',
      );
    }
    taken.add(key);
  }
  await tellOtherSides(
    ctx,
    moved,
    changes.map(({ after }) => after.id),
  );
}

/** Other sides of transfers look different to devices when the account of these entries does; also those out of sight. */
export async function tellOtherSides(
  ctx: HouseholdContext,
  transfers: readonly Id[],
  not: readonly Id[],
): Promise<void> {
  if (transfers.length === 0) return;
  await lookingAtAll(ctx, async (all) => {
    for (const { row } of await lockEntries(all, await sidesOf(all, transfers))) {
      if (not.includes(row.id)) continue;
      const about = { ids: [row.id], privateTo: row.private_to };
      all.emit({ ...happened('transaction.changed', about), silent: true });
    }
  });
}

async function part(ctx: HouseholdContext, transfers: readonly Id[]): Promise<Id[]> {
  const sides = await lockEntries(ctx, await sidesOf(ctx, transfers));
  await changeEntries(
    ctx,
    sides.map((before) => ({
      before,
      after: { ...before.row, type: before.row.amount_minor > 0n ? 'income' : 'expense', transfer_id: null },
    })),
    { event: 'transfer.unlinked' },
  );
  return sides.map((side) => side.row.id);
}

async function mayAll(ctx: HouseholdContext, sides: readonly Entry[], action: string): Promise<boolean> {
  if (ctx.reach('transactions.edit') === 'all') return true;
  const owners = new Map((await accountRows(ctx)).map((account) => [account.id, account.owner_id]));
  return sides.every(({ row }) => {
    const owner_id = owners.get(row.account_id);
    return owner_id !== undefined && actionsOn(ctx, { ...row, owner_id }).includes(action);
  });
}
