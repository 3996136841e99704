import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { actorId } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type AccountRow = {
  id: Id;
  name: string;
  kind: string;
  currency: string;
  opening_minor: bigint;
  opened_on: string;
  balance_minor: bigint;
  pending_minor: bigint;
  credit_limit_minor: bigint | null;
  overdraft_limit_minor: bigint;
  allow_overdraft: boolean;
  owner_id: Id;
  private_to: Id | null;
  include_in_totals: boolean;
  count_in_totals: boolean;
  institution: string;
  number_cipher: string | null;
  number_last4: string | null;
  number_hash: string | null;
  colour: string;
  icon: string;
  position: number;
  status: string;
  closed_on: string | null;
  reconciled_on: string | null;
  notes: string;
  created_at: string;
  updated_at: string;
  version: number;
};

/** With what may be done with it hangs on: sums say nothing of it, as entries may sum to zero. */
export type AccountFound = AccountRow & {
  /** Whether anything was ever written to it, and whether anything waits to be booked. */
  has_entries: boolean;
  has_pending: boolean;
};

const COLUMNS = [
  'id',
  'name',
  'kind',
  'currency',
  'opening_minor',
  'opened_on',
  'balance_minor',
  'pending_minor',
  'credit_limit_minor',
  'overdraft_limit_minor',
  'allow_overdraft',
  'owner_id',
  'private_to',
  'include_in_totals',
  'count_in_totals',
  'institution',
  'number_cipher',
  'number_last4',
  'number_hash',
  'colour',
  'icon',
  'position',
  'status',
  'closed_on',
  'reconciled_on',
  'notes',
  'created_at',
  'updated_at',
  'version',
] as const;

export type AccountChanges = Partial<Omit<AccountRow, 'id' | 'created_at' | 'updated_at' | 'version'>> & {
  deleted_at?: string;
};

/** The accounts that the actor may see, in their order. Private ones of others are held back by the database itself. */
export async function readAccounts(
  ctx: HouseholdContext,
  only: { ids?: readonly Id[]; lock?: boolean } = {},
): Promise<AccountFound[]> {
  const owner = ctx.reach('accounts.view') === 'all' ? null : (actorId(ctx) ?? NOBODY);
  // Locked in one order, so that two postings wait for each other instead of meeting head on.
  const order = only.lock ? 'id for no key update' : 'position, name, id';
  return await ctx.db.text<AccountFound>(
    `select ${COLUMNS.join(', ')}, exists (${WRITTEN}) as has_entries, exists (${WRITTEN} and ${WAITS}) as has_pending
     from accounts a where household_id = $1 and deleted_at is null and ($2::uuid is null or owner_id = $2)
       and ($3::uuid[] is null or id = any($3)) order by ${order}`,
    [ctx.household, owner, only.ids ? [...only.ids] : null],
  );
}

const WRITTEN = 'select from transactions t where t.household_id = a.household_id and t.account_id = a.id';
const WAITS = "t.status = 'pending' and t.deleted_at is null";

const NOBODY = '00000000-0000-0000-0000-000000000000';

export async function insertAccount(ctx: HouseholdContext, row: Omit<AccountRow, 'version'>): Promise<void> {
  await ctx.db.run(k.insertInto('accounts').values({ household_id: ctx.household, ...row }));
}

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateAccount(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  changes: AccountChanges,
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('accounts')
      .set((q) => ({ ...changes, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

/**
 * `private_to` is what the entry was written for: an account that was shared or taken back since is not moved by it.
 * `arrives`: something is written to the account that was not in it, though it may move no sum, as what was cancelled.
 */
export type Movement = {
  account_id: Id;
  private_to: Id | null;
  balance_minor: bigint;
  pending_minor: bigint;
  arrives: boolean;
};

/** Moves balances by what was posted (invariant 1). The version stays: an edit of the name is not stale by a coffee. */
export async function moveBalances(
  ctx: HouseholdContext,
  movements: readonly Movement[],
): Promise<AccountRow[]> {
  const [only, ...others] = movements;
  if (only && others.length === 0) {
    return await ctx.db.text<AccountRow>(
      `update accounts set balance_minor = balance_minor + $3::bigint, pending_minor = pending_minor + $4::bigint, updated_at = $5
       where household_id = $1 and id = $2 and private_to is not distinct from $6::uuid and deleted_at is null returning *`,
      [ctx.household, only.account_id, only.balance_minor, only.pending_minor, ctx.now, only.private_to],
    );
  }
  const sorted = [...movements].sort((a, b) => (a.account_id < b.account_id ? -1 : 1));
  return await ctx.db.text<AccountRow>(
    `with moved as (
       select a.id from accounts a where a.household_id = $1 and a.id = any($2::uuid[]) order by a.id for no key update)
     update accounts a set balance_minor = a.balance_minor + m.balance, pending_minor = a.pending_minor + m.pending,
       updated_at = $5
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $6::uuid[]) as m (id, balance, pending, private_to), moved
     where a.household_id = $1 and a.id = m.id and moved.id = a.id and a.private_to is not distinct from m.private_to
       and a.deleted_at is null
     returning a.*`,
    [
      ctx.household,
      sorted.map((move) => move.account_id),
      sorted.map((move) => move.balance_minor),
      sorted.map((move) => move.pending_minor),
      ctx.now,
      sorted.map((move) => move.private_to),
    ],
  );
}

/** Balances of others' private accounts whose owners let them count, as one sum for each currency. */
export async function privateSums(
  ctx: HouseholdContext,
): Promise<{ currency: string; balance_minor: bigint }[]> {
  return await ctx.db.text('select currency, balance_minor from kinwise.private_balances_of_others()');
}

/** Whether anything was ever written to the account. */
export async function hasEntries(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const rows = await ctx.db.text(
    'select 1 from transactions where household_id = $1 and account_id = $2 limit 1',
    [ctx.household, id],
  );
  return rows.length > 0;
}

/** Whether anything waits to be booked; what comes in and what goes out may sum to zero. */
export async function hasPending(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const rows = await ctx.db.text(
    `select 1 from transactions where household_id = $1 and account_id = $2 and status = 'pending' and deleted_at is null
     limit 1`,
    [ctx.household, id],
  );
  return rows.length > 0;
}
