import type { Account, Category, NewTransaction } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { readTypedAmount } from '@kinwise/core/format';
import { readAmountText } from '../../../ui/amount-text.ts';
import type { Part } from '../entry/splits.ts';
import { remaining, splitsOf } from '../entry/splits.ts';

export type AddKind = 'expense' | 'income' | 'transfer';

/** What has been entered so far. */
export type Draft = {
  readonly kind: AddKind;
  /** What was pressed: digits with at most one point; and as it was typed where it is no amount. */
  readonly typed: string;
  readonly payee: string | undefined;
  readonly category: string | undefined;
  readonly account: string;
  /** Where a transfer goes. */
  readonly to: string | undefined;
  /** What arrives there, where it has another currency. */
  readonly arrives: string | undefined;
  readonly day: Day;
  readonly notes: string;
  readonly parts: readonly Part[];
};

type Accounts = ReadonlyMap<string, Account>;

/** The other way for the money: parts go, and a category stays only where it is for that way too. */
export function turned(draft: Draft, kind: AddKind, categories: ReadonlyMap<string, Category>): Draft {
  const of = categories.get(draft.category ?? '')?.kind;
  const fits = kind === 'transfer' || of === 'both' || of === kind;
  return { ...draft, kind, parts: [], category: fits ? draft.category : undefined };
}

/** The amount without a sign; undefined while there is none, or nothing but zeros. */
export function amountOf(draft: Draft, currency: string): string | undefined {
  const read = readAmountText(draft.typed, currency);
  const wire = read.kind === 'amount' ? readTypedAmount(read.typed, currency) : undefined;
  return wire !== undefined && /[1-9]/.test(wire) ? wire : undefined;
}

/** Whether another amount has to be named, because the accounts of a transfer have different currencies. */
export function crossesCurrencies(draft: Draft, accounts: Accounts): boolean {
  if (draft.kind !== 'transfer' || draft.to === undefined) return false;
  return accounts.get(draft.to)?.currency !== accounts.get(draft.account)?.currency;
}

/**
 * The body of a new entry, or undefined while something is missing. Parts that no longer add up, because the amount was
 * changed after them, are missing too.
 */
export function bodyOf(draft: Draft, accounts: Accounts): NewTransaction | undefined {
  const currency = accounts.get(draft.account)?.currency;
  const size = currency && amountOf(draft, currency);
  if (!size) return undefined;
  const amount = draft.kind === 'income' ? size : `-${size}`;
  const shared = {
    account_id: draft.account,
    occurred_on: draft.day,
    amount,
    type: draft.kind,
    status: 'completed' as const,
    ...(draft.notes.trim() !== '' && { notes: draft.notes.trim() }),
  };
  if (draft.kind === 'transfer') {
    if (draft.to === undefined || draft.to === draft.account) return undefined;
    if (!crossesCurrencies(draft, accounts)) return { ...shared, transfer_account_id: draft.to };
    if (!draft.arrives) return undefined;
    return { ...shared, transfer_account_id: draft.to, transfer_amount: draft.arrives };
  }
  const whole = { amount, currency };
  if (draft.parts.length > 0 && remaining(whole, draft.parts) !== 0n) return undefined;
  return {
    ...shared,
    ...(draft.payee !== undefined && { payee: draft.payee }),
    ...(draft.parts.length > 0
      ? { splits: splitsOf(whole, draft.parts) }
      : draft.category !== undefined && { category_id: draft.category }),
  };
}
