import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { accountsByNumber, lockAccounts, setNumber } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { lockImports, readNumbers, updateImport } from '../imports/imports.ts';
import type { ImportRow, Summary } from '../imports/imports.ts';
import { readBearers } from './numbers.store.ts';

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
    const [account] = await lockAccounts(ctx, [id]);
    if (!number || others.length > 0 || account?.number_hash !== null) continue;
    if ((await accountsByNumber(ctx, number)).length > 0) continue;
    const hash = await setNumber(ctx, account, number);
    if (hash !== null) learned.push({ account_id: id, hash });
  }
  return learned;
}

/**
 * Takes back what `learnNumbers` gave, and nothing that somebody changed since. A number that a later import's file bears
 * too stays, as that one would have given it, and goes with that one.
 */
export async function forgetNumbers(ctx: HouseholdContext, row: ImportRow): Promise<void> {
  const learned = row.summary.learned ?? [];
  if (learned.length === 0) return;
  const heirs = await lookingAtAll(ctx, async (all) => await passNumbers(all, row.id, learned));
  for (const { account_id, hash } of learned) {
    if (heirs.has(account_id)) continue;
    const [account] = await lockAccounts(ctx, [account_id]);
    if (account?.number_hash === hash) await setNumber(ctx, account, null);
  }
}

async function passNumbers(all: HouseholdContext, not: Id, learned: Learned): Promise<Set<Id>> {
  const ids = learned.map((one) => one.account_id);
  const bearers = await readBearers(all, not, ids);
  const heirs = await lockImports(
    all,
    bearers.map((one) => one.import_id),
  );
  const passed = new Set<Id>();
  for (const heir of heirs.filter((one) => one.status === 'committed')) {
    const accounts = bearers.flatMap((one) => (one.import_id === heir.id ? [one.account_id] : []));
    const more = learned.filter((one) => accounts.includes(one.account_id));
    const summary = { ...heir.summary, learned: [...(heir.summary.learned ?? []), ...more] };
    await updateImport(all, heir, { summary });
    // The hash stays where it is: who reads the audit needs to know of which accounts only.
    all.emit(happened('import.changed', { ids: [heir.id], after: { accounts }, privateTo: heir.private_to }));
    for (const account of accounts) passed.add(account);
  }
  return passed;
}
