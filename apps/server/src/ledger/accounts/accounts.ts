import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { absolute } from '@kinwise/core/money';
import { happened } from '../../events.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { Problem, forbidden, notFound, stale } from '../../platform/problems.ts';
import { constraintOf, overtaken } from '../../platform/transaction.ts';
import { creditLimit, notBelowZero } from '../account-limits/account-limits.ts';
import { hashOfNumber, numberFields } from '../account-numbers/account-numbers.ts';
import { accountOnTheWire, availableOf } from './accounts.schema.ts';
import type { AccountChange, NewAccount, WireAccount } from './accounts.schema.ts';
import { hasEntries, insertAccount, moveBalances, readAccounts, updateAccount } from './accounts.store.ts';
import type { AccountChanges, AccountFound, AccountRow, Movement } from './accounts.store.ts';

export { hasPending, privateSums as privateBalances } from './accounts.store.ts';
export type { AccountRow, Movement } from './accounts.store.ts';

type At = { id: Id; ifVersion: number | undefined };

export async function listAccounts(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireAccount[]> {
  return (await readAccounts(ctx, ids ? { ids } : {})).map((row) => onTheWire(ctx, row));
}

/** The rows of every account that the actor may see. */
export async function accountRows(ctx: HouseholdContext): Promise<AccountFound[]> {
  return await readAccounts(ctx);
}

/** The accounts that bear a number, however its digits are set apart: seldom more than one. */
export async function accountsByNumber(ctx: HouseholdContext, number: string): Promise<AccountRow[]> {
  const hash = hashOfNumber(ctx, number);
  return (await readAccounts(ctx)).filter((row) => row.number_hash === hash);
}

/** Gives an account its number, or takes it away, as part of something larger. */
export async function setNumber(
  ctx: HouseholdContext,
  before: AccountRow,
  number: string | null,
): Promise<string | null> {
  const fields = numberFields(ctx, number);
  await write(ctx, before, fields);
  return fields.number_hash;
}

export async function showAccount(ctx: HouseholdContext, id: Id): Promise<WireAccount> {
  return onTheWire(ctx, await requireAccount(ctx, id));
}

/** An account that the actor sees, or 404. */
export async function requireAccount(ctx: HouseholdContext, id: Id): Promise<AccountFound> {
  return (await requireAccounts(ctx, [id])).get(id) as AccountFound;
}

/** Accounts by id; 404 when one is missing, foreign or another member's private one. */
export async function requireAccounts(
  ctx: HouseholdContext,
  ids: readonly Id[],
  options: { lock?: boolean } = {},
): Promise<Map<Id, AccountFound>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await readAccounts(ctx, { ids: wanted, ...options });
  if (rows.length < wanted.length) throw notFound('account');
  return new Map(rows.map((row) => [row.id, row]));
}

/** Accounts by id, locked until the end of the transaction; those that are gone are left out. */
export async function lockAccounts(ctx: HouseholdContext, ids: readonly Id[]): Promise<AccountRow[]> {
  return await readAccounts(ctx, { ids, lock: true });
}

export async function addAccount(ctx: HouseholdContext, body: NewAccount): Promise<WireAccount> {
  const user = actorId(ctx);
  if (user === undefined) throw forbidden('accounts.manage');
  const own = ctx.reach('accounts.manage') === 'own';
  const currency = body.currency ?? ctx.currency;
  const opening = amountIn(currency, body.opening_balance ?? '0', '/opening_balance');
  const id = body.id ?? newId();
  const row: Omit<AccountRow, 'version'> = {
    id,
    name: body.name,
    kind: body.kind,
    currency,
    opening_minor: opening,
    opened_on: body.opened_on ?? ctx.today,
    balance_minor: opening,
    pending_minor: 0n,
    credit_limit_minor: creditLimit(body.kind, { limit: body.credit_limit, currency }),
    overdraft_limit_minor: notBelowZero(currency, body.overdraft_limit ?? '0', '/overdraft_limit'),
    allow_overdraft: body.allow_overdraft ?? false,
    owner_id: user,
    private_to: body.visibility === 'private' ? user : null,
    include_in_totals: body.include_in_totals ?? true,
    count_in_totals: body.count_in_totals ?? false,
    institution: body.institution ?? '',
    ...numberFields(ctx, body.number ?? null),
    colour: body.colour ?? '',
    icon: body.icon ?? '',
    position: body.order ?? 0,
    status: 'open',
    closed_on: null,
    reconciled_on: null,
    notes: body.notes ?? '',
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  refuseBelowZero({ ...row, version: 1 }, own ? 'strict' : 'opening');
  try {
    await insertAccount(ctx, row);
  } catch (error) {
    if (constraintOf(error) !== 'accounts_pkey') throw error;
    throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
  }
  ctx.emit(
    happened('account.created', {
      ids: [id],
      after: plain({ ...row, version: 1 }),
      privateTo: row.private_to,
    }),
  );
  return await showAccount(ctx, id);
}

export async function changeAccount(
  ctx: HouseholdContext,
  at: At,
  body: AccountChange,
): Promise<WireAccount> {
  const before = await editable(ctx, at);
  const { currency } = before;
  const kind = body.kind ?? before.kind;
  const changes: AccountChanges = {
    ...pick(body),
    ...(body.order === undefined ? {} : { position: body.order }),
    ...(body.number === undefined ? {} : numberFields(ctx, body.number)),
    ...(body.overdraft_limit === undefined
      ? {}
      : { overdraft_limit_minor: notBelowZero(currency, body.overdraft_limit, '/overdraft_limit') }),
    credit_limit_minor:
      body.credit_limit === undefined && kind === before.kind
        ? before.credit_limit_minor
        : creditLimit(kind, {
            limit: body.credit_limit ?? (kind === 'credit' ? onTheWire(ctx, before).credit_limit : null),
            currency,
          }),
  };
  if (body.opening_balance !== undefined) {
    const opening = amountIn(currency, body.opening_balance, '/opening_balance');
    changes.opening_minor = opening;
    changes.balance_minor = before.balance_minor + opening - before.opening_minor;
  }
  return await write(ctx, before, changes);
}

/** An account without any entry can go; one with history is closed instead, so that the past stays readable. */
export async function deleteAccount(ctx: HouseholdContext, at: At): Promise<void> {
  const before = await editable(ctx, at);
  // Asked anew: an entry may have come while this waited for the account.
  if (await hasEntries(ctx, at.id)) {
    throw new Problem(
      'RESOURCE_3005',
      'The account has entries. Close it instead: its history stays, and it takes no new ones.',
    );
  }
  if (!(await updateAccount(ctx, before, { deleted_at: ctx.now }))) throw stale(onTheWire(ctx, before));
  ctx.emit(
    happened('account.deleted', { ids: [at.id], before: plain(before), privateTo: before.private_to }),
  );
}

/** For the features beside this one that change an account as part of something larger. */
export async function write(
  ctx: HouseholdContext,
  before: AccountRow,
  changes: AccountChanges,
): Promise<WireAccount> {
  if (!(await updateAccount(ctx, before, changes))) throw stale(await showAccount(ctx, before.id));
  const after = await requireAccount(ctx, before.id);
  const privateTo = after.private_to ?? before.private_to;
  ctx.emit(
    happened('account.changed', { ids: [before.id], before: plain(before), after: plain(after), privateTo }),
  );
  return onTheWire(ctx, after);
}

/**
 * Moves balances by what was posted and lets devices know. `guard` holds entries made by hand to the limits of their
 * account; what a bank reports has happened and is never refused.
 */
export async function applyMovements(
  ctx: HouseholdContext,
  movements: readonly Movement[],
  guard: boolean,
): Promise<void> {
  const real = movements.filter(
    (move) => move.arrives || move.balance_minor !== 0n || move.pending_minor !== 0n,
  );
  if (real.length === 0) return;
  const rows = await moveBalances(ctx, real);
  if (rows.length < real.length) throw overtaken('an account was deleted, shared or taken back meanwhile');
  for (const row of rows) {
    const moved = real.find((move) => move.account_id === row.id);
    const waited = row.pending_minor - (moved?.pending_minor ?? 0n);
    if (absolute(row.pending_minor) > absolute(waited)) refuseClosed(row);
    if (guard && moved && moved.balance_minor < 0n) refuseBelowZero(row, 'strict');
    ctx.emit({ ...happened('account.changed', { ids: [row.id], privateTo: row.private_to }), silent: true });
  }
}

/** Open for new entries, or a refusal that says what to do. */
export function refuseClosed(row: AccountRow): void {
  if (row.status === 'closed') {
    throw new Problem(
      'BUSINESS_4010',
      `"${row.name}" is closed since ${row.closed_on ?? ''}. Reopen it to add entries.`,
    );
  }
}

/** An account to change, locked: whoever writes an entry moves its balance before that or after it, never in between. */
export async function editable(ctx: HouseholdContext, at: At): Promise<AccountFound> {
  const row = (await requireAccounts(ctx, [at.id], { lock: true })).get(at.id) as AccountFound;
  if (!actionsOn(ctx, row).includes('edit')) throw forbidden('accounts.manage');
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(onTheWire(ctx, row));
  return row;
}

export function actionsOn(ctx: HouseholdContext, row: AccountFound): string[] {
  const reach = ctx.reach('accounts.manage');
  if (reach === 'none' || (reach === 'own' && row.owner_id !== actorId(ctx))) return [];
  const state = row.status === 'closed' ? ['reopen'] : row.has_pending ? [] : ['close'];
  return ['edit', ...state, 'reconcile', ...(row.has_entries ? [] : ['delete'])];
}

function onTheWire(ctx: HouseholdContext, row: AccountFound): WireAccount {
  return accountOnTheWire(row, actionsOn(ctx, row));
}

/** Debts are meant to be below zero; a credit card goes to its limit, others to their overdraft (spec: 0 when unset). */
function refuseBelowZero(row: AccountRow, when: 'strict' | 'opening'): void {
  if (row.allow_overdraft || row.kind === 'loan' || row.kind === 'mortgage' || row.kind === 'other') return;
  if (when === 'opening' && row.kind !== 'credit') return;
  const left = availableOf({ ...row, pending_minor: 0n });
  if (left >= 0n) return;
  const what = row.kind === 'credit' ? 'its credit limit' : 'what its overdraft allows';
  throw new Problem(
    'BUSINESS_4002',
    `"${row.name}" would go below ${what}. Raise the limit of the account, allow an overdraft, or correct the amount.`,
    {
      errors: [{ pointer: '/amount', code: 'below_limit', message: 'The account would go below its limit.' }],
    },
  );
}

const PLAIN = [
  'name',
  'kind',
  'allow_overdraft',
  'include_in_totals',
  'count_in_totals',
  'institution',
  'colour',
  'icon',
  'notes',
  'opened_on',
] as const;

/** The fields that are kept as they are sent. */
function pick(body: AccountChange): Pick<AccountChanges, (typeof PLAIN)[number]> {
  return Object.fromEntries(
    PLAIN.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
  );
}

function plain(row: AccountRow | AccountFound): Record<string, unknown> {
  const { number_cipher: _cipher, number_hash: _hash, ...found } = row;
  const { has_entries: _entries, has_pending: _pending, ...rest } = found as Partial<AccountFound>;
  return rest;
}
