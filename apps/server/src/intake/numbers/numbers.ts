import type { Id } from '@kinwise/core/ids';
import { accountsByNumber, requireAccounts, setNumber } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { readNumbers } from '../imports/imports.ts';
import type { ImportRow, Summary } from '../imports/imports.ts';

type Learned = NonNullable<Summary['learned']>;

/**
 * Gives accounts without a number the one that their statement bears, so that the next file of the bank is placed by
 * itself. Two numbers for one account, or a number that another account has, say nothing.
 */
export async function learnNumbers(
  ctx: HouseholdContext,
  row: ImportRow,
  accounts: ReadonlyMap<number, AccountRow>,
): Promise<Learned> {
  const numbers = await readNumbers(ctx, row.id);
  const found = new Map<Id, Set<string>>();
  for (const [index, account] of accounts) {
    const number = numbers[index];
    if (number) found.set(account.id, (found.get(account.id) ?? new Set()).add(number));
  }
  const learned: Learned = [];
  for (const [id, [number, ...others]] of found) {
    const account = await locked(ctx, id);
    if (!number || others.length > 0 || account?.number_hash !== null) continue;
    if ((await accountsByNumber(ctx, number)).length > 0) continue;
    const hash = await setNumber(ctx, account, number);
    if (hash !== null) learned.push({ account_id: id, hash });
  }
  return learned;
}

/** Takes back what `learnNumbers` gave, and nothing that somebody changed since. */
export async function forgetNumbers(ctx: HouseholdContext, row: ImportRow): Promise<void> {
  for (const { account_id, hash } of row.summary.learned ?? []) {
    const account = await locked(ctx, account_id);
    if (account?.number_hash === hash) await setNumber(ctx, account, null);
  }
}

async function locked(ctx: HouseholdContext, id: Id): Promise<AccountRow | undefined> {
  return (await requireAccounts(ctx, [id], { lock: true })).get(id);
}
