import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { absolute } from '@kinwise/core/money';
import { instant } from '../../platform/clock.ts';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, forbidden, invalid, notFound, stale } from '../../platform/problems.ts';
import { refuseClosed, requireAccount, requireAccounts } from '../accounts/accounts.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { draftOf, requireReferences, signedAmount, splitDrafts } from '../drafts/drafts.ts';
import type { NewSplit, NewTransaction, TransactionChange } from '../drafts/drafts.schema.ts';
import {
  changeEntries,
  frozenRate,
  hasEntries,
  insertEntries,
  lockEntries,
  removeEntries,
} from '../entries/entries.ts';
import type { Entry, EntryRow } from '../entries/entries.ts';
import { payeeIdFor } from '../merchants/merchants.ts';
import { trashedBefore } from '../merges/merges.ts';
import { refuseOneAccount, sidesFor } from '../pairs/pairs.ts';
import { actionsOn, showTransaction } from '../register/register.ts';
import type { WireTransaction } from '../register/register.schema.ts';
import { linkTags, requireTags, tagsOf, unlinkTags } from '../tags/tags.ts';

type At = { id: Id; ifVersion: number | undefined };

/** Writes one entry. With `transfer_account_id` the caller is `transfers`, which makes the other side as well. */
export async function addTransaction(ctx: HouseholdContext, body: NewTransaction): Promise<WireTransaction> {
  const draft = await draftOf(ctx, body);
  const [, shown] = await together([
    insertEntries(ctx, [draft], { guard: draft.row.status === 'completed' }),
    showTransaction(ctx, draft.row.id),
  ]);
  return shown;
}

/** Changes what the body names; amounts move balances and rollups by the difference. */
export async function changeTransaction(
  ctx: HouseholdContext,
  at: At,
  body: TransactionChange,
): Promise<WireTransaction> {
  const before = await lockEditable(ctx, at);
  const after = await changedRow(ctx, before.row, body);
  const splits = body.splits === undefined ? undefined : await splitDrafts(ctx, after, body.splits);
  const tags = body.tags && (await replaceTags(ctx, before.row, body.tags));
  const changes = [{ before, after, splits, tags }];
  await changeEntries(ctx, changes, { guard: after.source !== 'import' });
  await refuseOneAccount(ctx, changes);
  return await showTransaction(ctx, at.id);
}

/** To the trash, from which it comes back for 30 days. A transfer goes, and comes back, with both of its sides, where both are the actor's to change. */
export async function trashTransaction(ctx: HouseholdContext, at: At): Promise<void> {
  const entry = await lockEditable(ctx, at);
  const sides = await sidesFor(ctx, entry, 'delete');
  await changeEntries(
    ctx,
    sides.map((before) => ({ before, after: { ...before.row, deleted_at: ctx.now } })),
    { event: 'transaction.deleted' },
  );
}

export async function restoreTransaction(ctx: HouseholdContext, id: Id): Promise<WireTransaction> {
  const [entry] = await lockEntries(ctx, [id]);
  if (!entry) throw notFound('transaction');
  if (entry.row.deleted_at === null) throw new Problem('BUSINESS_4001', 'This entry is not in the trash.');
  await allow(ctx, entry.row, 'restore');
  const sides = await sidesFor(ctx, entry, 'restore');
  await changeEntries(
    ctx,
    sides.map((before) => ({ before, after: { ...before.row, deleted_at: null } })),
    { event: 'transaction.restored' },
  );
  return await showTransaction(ctx, id);
}

/** Every entry keeps what it was worth in the household's currency, so that the currency stays from the first one on. */
export async function keepsCurrency(ctx: HouseholdContext): Promise<string | undefined> {
  if (!(await hasEntries(ctx))) return undefined;
  return `There are entries already, counted in ${ctx.currency}. Make another household for another currency.`;
}

/** Replaces all splits; none takes them away. */
export async function splitTransaction(
  ctx: HouseholdContext,
  at: At,
  splits: readonly NewSplit[],
): Promise<WireTransaction> {
  const before = await lockEditable(ctx, at);
  if (before.row.type === 'transfer' && splits.length > 0) {
    throw new Problem('BUSINESS_4003', 'A transfer cannot be split: it is neither income nor expense.');
  }
  const after = splits.length > 0 ? { ...before.row, category_id: null, needs_review: false } : before.row;
  await changeEntries(ctx, [{ before, after, splits: await splitDrafts(ctx, before.row, splits) }]);
  return await showTransaction(ctx, at.id);
}

export async function tagTransaction(
  ctx: HouseholdContext,
  at: At,
  tags: { add: readonly Id[]; remove: readonly Id[] },
): Promise<WireTransaction> {
  const before = await lockEditable(ctx, at);
  await requireTags(ctx, tags.add);
  const had = await tagsOf(ctx, at.id);
  await unlinkTags(ctx, [before.row], tags.remove);
  await linkTags(ctx, [before.row], tags.add);
  const has = [...new Set([...had.filter((tag) => !tags.remove.includes(tag)), ...tags.add])];
  await changeEntries(ctx, [{ before, after: before.row, tags: { before: had, after: has } }]);
  return await showTransaction(ctx, at.id);
}

const TRASH_DAYS = 30;

/** Removes what has been in the trash for 30 days. */
export async function emptyTrash(ctx: HouseholdContext): Promise<void> {
  const before = instant(ctx.nowMs - TRASH_DAYS * 86_400_000);
  const ids = await trashedBefore(ctx, before);
  for (let from = 0; from < ids.length; from += 1000) {
    await removeEntries(ctx, await lockEntries(ctx, ids.slice(from, from + 1000)), {
      note: { trashed_before: before },
    });
  }
}

/** An entry that the actor may edit now, locked; 404, 403 or 412 otherwise. */
export async function lockEditable(ctx: HouseholdContext, at: At): Promise<Entry> {
  const [entry] = await lockEntries(ctx, [at.id]);
  if (!entry || entry.row.deleted_at !== null) throw notFound('transaction');
  await allow(ctx, entry.row, 'edit');
  if (at.ifVersion !== undefined && at.ifVersion !== entry.row.version)
    throw stale(await showTransaction(ctx, at.id));
  return entry;
}

/** Refuses with 404 what the actor does not see, with 403 what may be seen and not touched. */
export async function allow(ctx: HouseholdContext, row: EntryRow, action: string): Promise<void> {
  const account = await requireAccountOf(ctx, row);
  if (!actionsOn(ctx, { ...row, owner_id: account }).includes(action)) throw forbidden('transactions.edit');
}

/** What the actor's role may change; the rest is left as it is. */
export async function editable(ctx: HouseholdContext, entries: readonly Entry[]): Promise<Entry[]> {
  const living = entries.filter(({ row }) => row.deleted_at === null);
  if (ctx.reach('transactions.edit') === 'all') return living;
  const accounts = await requireAccounts(
    ctx,
    living.map(({ row }) => row.account_id),
  );
  return living.filter(({ row }) => {
    const owner_id = accounts.get(row.account_id)?.owner_id ?? '';
    return actionsOn(ctx, { ...row, owner_id }).includes('edit');
  });
}

/** The row as the body makes it, with everything that the body names checked. */
export async function changedRow(
  ctx: HouseholdContext,
  before: EntryRow,
  body: TransactionChange,
): Promise<EntryRow> {
  const account = await targetAccount(ctx, before, body);
  refuseOnTransfer(before, body);
  refuseOnParts(before, body);
  const amount = amountOf(before, body);
  const type = before.transfer_id !== null ? 'transfer' : amount > 0n ? 'income' : 'expense';
  // A category that stays has to be one for spending, where that is what the entry becomes.
  const turned = before.type === 'income' && type === 'expense' && !body.splits?.length;
  await requireReferences(ctx, turned ? { category_id: before.category_id, ...body } : body, type);
  const on = body.occurred_on ?? before.occurred_on;
  const refrozen = on !== before.occurred_on && before.rate !== null;
  return {
    ...before,
    ...(refrozen
      ? await frozenRate(ctx, { amount_minor: amount, currency: before.currency, on: on as Day })
      : {}),
    ...given(body),
    account_id: account.id,
    private_to: account.private_to,
    occurred_on: on,
    amount_minor: amount,
    type,
    ...(body.payee === undefined ? {} : { payee_id: await payeeIdFor(ctx, body.payee, account.private_to) }),
    ...sorted(body),
  };
}

async function targetAccount(
  ctx: HouseholdContext,
  before: EntryRow,
  body: TransactionChange,
): Promise<AccountRow> {
  const account = await requireAccount(ctx, body.account_id ?? before.account_id);
  const moves = account.id !== before.account_id;
  if (moves) refuseMove(account, before);
  if (moves || body.amount !== undefined) refuseClosed(account);
  return account;
}

function refuseOnTransfer(before: EntryRow, body: TransactionChange): void {
  if (before.transfer_id === null) {
    if (body.type !== 'transfer') return;
    throw invalid(
      '/type',
      'transfer',
      'type: link the entry with its other side, and both become a transfer',
    );
  }
  const { amount, type, category_id, splits = [] } = body;
  if (amount !== undefined || type !== undefined || category_id || splits.length > 0) {
    throw new Problem(
      'BUSINESS_4004',
      'This entry is half of a transfer. Unlink it to change its amount, type, category or parts.',
    );
  }
}

/** Parts have the categories of an entry that is split: one of its own beside them would count for nothing. */
function refuseOnParts(before: EntryRow, body: TransactionChange): void {
  if (!before.is_split || !body.category_id || body.splits !== undefined) return;
  throw new Problem(
    'BUSINESS_4003',
    'This entry is split, and its parts have the categories. Change those, or make it one entry again.',
    { errors: [{ pointer: '/category_id', code: 'split', message: 'The parts have the categories.' }] },
  );
}

function amountOf(before: EntryRow, body: TransactionChange): bigint {
  if (body.amount === undefined) return retyped(before, body.type);
  return signedAmount(before.currency, body.amount, body.type);
}

/** Splits take the place of the category, and a category that a person chose settles the question. */
function sorted(body: TransactionChange): Partial<EntryRow> {
  const split = body.splits !== undefined && body.splits.length > 0;
  return {
    ...(split ? { category_id: null } : {}),
    ...(body.category_id === undefined ? {} : { needs_review: body.needs_review ?? false }),
  };
}

function retyped(before: EntryRow, type: string | undefined): bigint {
  if (type === undefined || type === before.type || before.type === 'transfer') return before.amount_minor;
  return type === 'expense' ? -absolute(before.amount_minor) : absolute(before.amount_minor);
}

function given(body: TransactionChange): Partial<EntryRow> {
  const { booked_on, status, memo, reference, notes, category_id, payer_id, beneficiary_id, needs_review } =
    body;
  const all = {
    booked_on,
    status,
    memo,
    reference,
    notes,
    category_id,
    payer_id,
    beneficiary_id,
    needs_review,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function refuseMove(to: AccountRow, before: EntryRow): void {
  if (to.currency !== before.currency) {
    throw invalid(
      '/account_id',
      'currency_differs',
      'account_id: that account has another currency. Add the entry there instead.',
    );
  }
  if (to.private_to !== before.private_to) {
    throw invalid(
      '/account_id',
      'visibility_differs',
      'account_id: entries do not move between shared and private accounts.',
    );
  }
}

/** Answers what the entry had and has, for the log. */
export async function replaceTags(
  ctx: HouseholdContext,
  row: EntryRow,
  tags: readonly Id[],
): Promise<{ before: readonly Id[]; after: readonly Id[] }> {
  const before = await tagsOf(ctx, row.id);
  await unlinkTags(ctx, [row], 'all');
  await linkTags(ctx, [row], tags);
  return { before, after: tags };
}

async function requireAccountOf(ctx: HouseholdContext, row: EntryRow): Promise<Id> {
  // Who may see an entry without its account (a payer, say) still needs the account to change it.
  return (await requireAccount(ctx, row.account_id)).owner_id;
}
