import type { Account, AccountChange, AccountKind, NewAccount } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { changed } from '../parts/changed.ts';
import { minorOf, wireOf } from '../parts/amounts.ts';

/** An account as it is typed. Amounts are wire texts, empty for none, undefined for what is no amount. */
export type AccountDraft = {
  readonly kind: AccountKind;
  readonly name: string;
  readonly currency: string;
  /** What lies there, or on a card or loan what is owed: a positive number either way. */
  readonly opening: string | undefined;
  readonly openedOn: Day;
  readonly credit: string | undefined;
  readonly overdraft: string | undefined;
  readonly institution: string;
  readonly number: string;
  readonly visibility: 'shared' | 'private';
  readonly countForOthers: boolean;
  readonly included: boolean;
  readonly notes: string;
};

const OWING: ReadonlySet<AccountKind> = new Set(['credit', 'loan', 'mortgage']);

export function draftOf(account: Account | undefined, fresh: { currency: string; today: Day }): AccountDraft {
  return account ? filledDraft(account) : { ...BLANK, currency: fresh.currency, openedOn: fresh.today };
}

/** A card has a limit, which the server asks for; better said here than refused when it is sent. */
export function lacksLimit({ kind, credit }: Pick<AccountDraft, 'kind' | 'credit'>): boolean {
  return kind === 'credit' && !credit;
}

/** The body that makes the account. */
export function bodyOf(draft: AccountDraft): NewAccount {
  const number = draft.number.trim();
  return {
    ...detailsOf(draft),
    currency: draft.currency,
    visibility: draft.visibility,
    ...(number !== '' && { number }),
  };
}

/** What of an account the draft changes; nothing where nothing was changed. */
export function changeOf(account: Account, draft: AccountDraft): AccountChange {
  const before = detailsOf(draftOf(account, { currency: account.currency, today: account.opened_on }));
  const number = draft.number.trim();
  return { ...changed(before, detailsOf(draft)), ...(number !== '' && { number }) };
}

/** What the screen shows of a new account until the server answers. */
export function shownOf(draft: AccountDraft, owner: string): Partial<Account> {
  const opening = detailsOf(draft).opening_balance;
  return {
    balance: opening,
    pending: wireOf(0n, draft.currency),
    available: opening,
    status: 'open',
    owner_user_id: owner,
    order: 10_000,
    number_masked: draft.number.trim() === '' ? null : `•••• ${draft.number.trim().slice(-4)}`,
  };
}

const BLANK = {
  kind: 'checking',
  name: '',
  opening: '',
  credit: '',
  overdraft: '',
  institution: '',
  number: '',
  visibility: 'shared',
  countForOthers: false,
  included: true,
  notes: '',
} as const;

function filledDraft(account: Account): AccountDraft {
  const { overdraft_limit: overdraft } = account;
  return {
    kind: account.kind,
    name: account.name,
    currency: account.currency,
    opening: turned(account.kind, account.opening_balance, account.currency),
    openedOn: account.opened_on,
    credit: account.credit_limit ?? '',
    overdraft: overdraft && /[1-9]/.test(overdraft) ? overdraft : '',
    institution: account.institution ?? '',
    // Never shown again: only its last digits come back from the server.
    number: '',
    visibility: account.visibility,
    countForOthers: account.count_in_totals,
    included: account.include_in_totals,
    notes: account.notes ?? '',
  };
}

function detailsOf(draft: AccountDraft) {
  const { currency, kind } = draft;
  const overdraft = draft.overdraft || '0';
  return {
    name: draft.name.trim(),
    kind,
    opening_balance: turned(kind, draft.opening || '0', currency),
    opened_on: draft.openedOn,
    credit_limit: kind === 'credit' && draft.credit ? draft.credit : null,
    overdraft_limit: wireOf(minorOf(overdraft, currency), currency),
    allow_overdraft: /[1-9]/.test(overdraft),
    institution: draft.institution.trim(),
    include_in_totals: draft.included,
    count_in_totals: draft.visibility === 'private' && draft.countForOthers,
    notes: draft.notes.trim(),
  };
}

/** What is owed is written positive by people and negative in the books; the same step leads both ways. */
function turned(kind: AccountKind, amount: string, currency: string): string {
  const minor = minorOf(amount, currency);
  if (minor === 0n) return wireOf(0n, currency);
  return wireOf(OWING.has(kind) ? -minor : minor, currency);
}
