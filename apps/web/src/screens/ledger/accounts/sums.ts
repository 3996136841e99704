import type { Account } from '@kinwise/api-client/schema';
import { minorOf, wireOf } from '../parts/amounts.ts';
import type { ToHousehold } from '../parts/household-money.ts';

/** What accounts come to in the household's currency, with the accounts that no rate leads from. */
export type Sum = { readonly minor: bigint; readonly without: readonly Account[] };

export function sumOf(accounts: readonly Account[], toHousehold: ToHousehold): Sum {
  let minor = 0n;
  const without: Account[] = [];
  for (const account of accounts) {
    const converted = toHousehold(account.balance, account.currency);
    if (converted === undefined) without.push(account);
    else minor += converted;
  }
  return { minor, without };
}

/** The accounts that make up what the household has: counted ones, closed ones with what is left in them. */
export function counted(accounts: readonly Account[]): readonly Account[] {
  return accounts.filter((account) => account.include_in_totals !== false);
}

/** What is left of a card's limit, or of an overdraft that has been begun; undefined where there is nothing to say. */
export function creditLeft(account: Account): string | undefined {
  const { currency } = account;
  if (account.kind === 'credit' && account.credit_limit) {
    return wireOf(minorOf(account.available, currency), currency);
  }
  const overdrawn =
    minorOf(account.balance, currency) < 0n && minorOf(account.overdraft_limit, currency) > 0n;
  return overdrawn ? account.available : undefined;
}
