import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { forbidden } from '../../platform/problems.ts';
import { editable, showAccount, write } from '../accounts/accounts.ts';
import type { WireAccount } from '../accounts/accounts.schema.ts';
import { changeEntries, idsOfAccount, lockEntries } from '../entries/entries.ts';
import { payeeIdsFor, payeeNames } from '../merchants/merchants.ts';
import { tellOtherSides } from '../pairs/pairs.ts';
import { setDaysSight } from '../postings/postings.ts';
import { setLinkSight } from '../tags/tags.ts';

/**
 * Shares an account with the household, or takes it back to its owner alone; everything that hangs on it goes with it:
 * entries, splits, tags, sums, and the names of payees. Only the owner decides.
 */
export async function setVisibility(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  visibility: 'shared' | 'private',
): Promise<WireAccount> {
  const account = await editable(ctx, at);
  if (account.owner_id !== actorId(ctx)) throw forbidden('accounts.manage (of its owner)');
  const private_to = visibility === 'private' ? account.owner_id : null;
  if (private_to === account.private_to) return await showAccount(ctx, at.id);
  const shown = await write(ctx, account, { private_to });
  await setDaysSight(ctx, at.id, private_to);
  let last: Id | undefined;
  for (;;) {
    const ids = await idsOfAccount(ctx, at.id, last);
    if (ids.length === 0) break;
    await moveEntries(ctx, ids, private_to);
    last = ids.at(-1);
  }
  if (private_to !== null)
    for (const hide of ctx.ground.hooks.accountHidden) await hide(ctx, { account: at.id, owner: private_to });
  // Those who saw the account have to be told that it is gone: a line for everybody, behind which they find nothing.
  ctx.emit({ ...happened('account.changed', { ids: [at.id] }), silent: true });
  return shown;
}

async function moveEntries(ctx: HouseholdContext, ids: readonly Id[], private_to: Id | null): Promise<void> {
  const entries = await lockEntries(ctx, ids);
  const names = await payeeNames(
    ctx,
    entries.flatMap(({ row }) => row.payee_id ?? []),
  );
  const payees = await payeeIdsFor(ctx, [...names.values()], private_to);
  await changeEntries(
    ctx,
    entries.map((before) => {
      const name = before.row.payee_id === null ? undefined : names.get(before.row.payee_id);
      const payee_id = name === undefined ? null : (payees.get(name) ?? null);
      return { before, after: { ...before.row, private_to, payee_id } };
    }),
    { note: { private: private_to !== null }, brief: true },
  );
  await setLinkSight(ctx, ids, private_to);
  ctx.emit({ ...happened('transaction.changed', { ids }), silent: true });
  const transfers = entries.flatMap(({ row }) => row.transfer_id ?? []);
  await tellOtherSides(ctx, transfers, ids);
}
