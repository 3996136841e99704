import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { absolute } from '@kinwise/core/money';
import { suggestTransfers } from '@kinwise/engines/transfers/suggest';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import { refuseClosed, requireAccount } from '../accounts/accounts.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { changeEntries, frozenRate, insertEntries, lockEntries } from '../entries/entries.ts';
import type { Entry, EntryDraft, EntryRow } from '../entries/entries.ts';
import { showTransactions } from '../register/register.ts';
import type { WireTransaction } from '../register/register.schema.ts';
import { draftOf } from '../drafts/drafts.ts';
import { insertTransfers, takeApart } from '../pairs/pairs.ts';
import { addTransaction, allow, editable, lockEditable } from '../transactions/transactions.ts';
import type { NewTransaction } from '../drafts/drafts.schema.ts';
import { readCandidates } from './transfers.store.ts';

/** One entry, or both sides of a transfer when the body names the other account. */
export async function addEntry(ctx: HouseholdContext, body: NewTransaction): Promise<WireTransaction> {
  if (body.transfer_account_id !== undefined) return await addTransfer(ctx, body, body.transfer_account_id);
  if (body.type === 'transfer' || body.transfer_amount !== undefined) {
    throw invalid(
      '/transfer_account_id',
      'required',
      'transfer_account_id: a transfer names the other account',
    );
  }
  return await addTransaction(ctx, body);
}

/** Makes two entries of one existing pair of opposite ones (invariant 3); both leave income and expense. */
export async function linkTransfer(
  ctx: HouseholdContext,
  pair: { from_id: Id; to_id: Id },
): Promise<WireTransaction[]> {
  await linkPairs(ctx, [pair]);
  return await showTransactions(ctx, [pair.from_id, pair.to_id]);
}

/** Of pairs that were found earlier, those that may still be linked, and by this actor; each entry in one pair only. */
export async function linkable<Pair extends { from_id: Id; to_id: Id }>(
  ctx: HouseholdContext,
  pairs: readonly Pair[],
): Promise<Pair[]> {
  if (pairs.length === 0) return [];
  const locked = await lockEntries(
    ctx,
    pairs.flatMap((pair) => [pair.from_id, pair.to_id]),
  );
  const mine = new Map((await editable(ctx, locked)).map((entry) => [entry.row.id, entry]));
  return pairs.filter(({ from_id, to_id }) => {
    const [from, to] = [mine.get(from_id), mine.get(to_id)];
    if (from === undefined || to === undefined || whyUnlike(from, to) !== undefined) return false;
    return mine.delete(from_id) && mine.delete(to_id);
  });
}

/** The same for many pairs at once, as an import proposes them. */
export async function linkPairs(
  ctx: HouseholdContext,
  pairs: readonly { from_id: Id; to_id: Id }[],
): Promise<void> {
  const ids = pairs.flatMap((pair) => [pair.from_id, pair.to_id]);
  const entries = new Map((await lockEntries(ctx, ids)).map((entry) => [entry.row.id, entry]));
  const transfers = pairs.map((pair) => {
    const from = entries.get(pair.from_id);
    const to = entries.get(pair.to_id);
    if (!from || !to) throw new Problem('RESOURCE_3001', 'One of the two entries is not in this household.');
    refuseUnlike(from, to);
    return {
      id: newId(),
      private_to: from.row.private_to === to.row.private_to ? from.row.private_to : null,
      from,
      to,
    };
  });
  for (const { from, to } of transfers) for (const side of [from, to]) await allow(ctx, side.row, 'edit');
  await insertTransfers(ctx, transfers, actorId(ctx) ?? null);
  await changeEntries(
    ctx,
    transfers.flatMap(({ id, from, to }) =>
      [from, to].map((before) => ({ before, after: asSide(before.row, id) })),
    ),
    { event: 'transfer.linked' },
  );
}

/** Writes both sides of many transfers at once; each pair is of opposite amounts in two accounts. */
export async function insertPairs(
  ctx: HouseholdContext,
  pairs: readonly (readonly [EntryDraft, EntryDraft])[],
): Promise<void> {
  const transfers = pairs.map((pair) => {
    const [one, other] = [pair[0].row, pair[1].row];
    return { id: newId(), private_to: one.private_to === other.private_to ? one.private_to : null, pair };
  });
  await insertTransfers(ctx, transfers, actorId(ctx) ?? null);
  await insertEntries(
    ctx,
    transfers.flatMap(({ id, pair }) => pair.map((side) => ({ ...side, row: asSide(side.row, id) }))),
    { note: { transfers: transfers.length } },
  );
}

/** Takes a pair apart; each side is income or expense again by its sign. */
export async function unlinkTransfer(ctx: HouseholdContext, id: Id): Promise<WireTransaction[]> {
  const { row } = await lockEditable(ctx, { id, ifVersion: undefined });
  if (row.transfer_id === null) throw new Problem('BUSINESS_4004', 'This entry is no part of a transfer.');
  return await showTransactions(ctx, await takeApart(ctx, [row.transfer_id]));
}

const SUGGEST_DAYS_BACK = 400;
const SUGGEST_DAYS_APART = 5;

/** Pairs of entries that look like one movement between two accounts, the likeliest first. */
export async function suggestPairs(
  ctx: HouseholdContext,
): Promise<{ from: WireTransaction; to: WireTransaction; score: number; reason: string }[]> {
  const candidates = await readCandidates(ctx, addDays(ctx.today, -SUGGEST_DAYS_BACK), SUGGEST_DAYS_APART);
  const pairs = suggestTransfers(
    candidates.map((row) => ({
      id: row.id,
      account_id: row.account_id,
      account_name: row.account_name,
      account_number: row.number_last4 ?? '',
      on: row.occurred_on as Day,
      amount_minor: row.amount_minor,
      currency: row.currency,
      payee: row.payee ?? '',
      memo: row.memo,
    })),
  ).slice(0, 100);
  const shown = new Map(
    (
      await showTransactions(
        ctx,
        pairs.flatMap((pair) => [pair.from_id, pair.to_id]),
      )
    ).map((row) => [row.id, row]),
  );
  return pairs.flatMap(({ from_id, to_id, score, reason }) => {
    const from = shown.get(from_id);
    const to = shown.get(to_id);
    return from && to ? [{ from, to, score, reason }] : [];
  });
}

async function addTransfer(
  ctx: HouseholdContext,
  body: NewTransaction,
  otherId: Id,
): Promise<WireTransaction> {
  if (body.category_id) throw invalid('/category_id', 'transfer', 'category_id: a transfer has none');
  if (body.splits?.length) throw invalid('/splits', 'transfer', 'splits: a transfer has none');
  const other = await requireAccount(ctx, otherId);
  refuseClosed(other);
  if (otherId === body.account_id) {
    throw invalid('/transfer_account_id', 'same_account', 'transfer_account_id: must be another account');
  }
  // A transfer without a sign means: out of the first account. Income and expense say how the first account sees it.
  const isTransfer = body.type === 'transfer';
  const text = isTransfer && !body.amount.startsWith('-') ? `-${body.amount}` : body.amount;
  const near = await draftOf(ctx, { ...body, amount: text, type: isTransfer ? undefined : body.type });
  const id = newId();
  const far = await farSide(ctx, { near: near.row, other, amount: body.transfer_amount });
  const private_to = near.row.private_to === other.private_to ? other.private_to : null;
  await insertTransfers(ctx, [{ id, private_to }], actorId(ctx) ?? null);
  const drafts: EntryDraft[] = [
    { ...near, row: asSide(near.row, id) },
    { row: asSide(far, id), splits: [], tags: [] },
  ];
  await insertEntries(ctx, drafts, {
    guard: near.row.status === 'completed',
    note: { transfer_id: id },
  });
  const [shown] = await showTransactions(ctx, [near.row.id]);
  if (!shown) throw new Error('the transfer that was just made is not there');
  return shown;
}

async function farSide(
  ctx: HouseholdContext,
  side: { near: EntryRow; other: AccountRow; amount: string | undefined },
): Promise<EntryRow> {
  const { near, other } = side;
  const same = other.currency === near.currency;
  if (!same && side.amount === undefined) {
    throw invalid(
      '/transfer_amount',
      'required',
      `transfer_amount: say how much arrives in ${other.currency}`,
    );
  }
  const size = same
    ? absolute(near.amount_minor)
    : absolute(amountIn(other.currency, side.amount ?? '', '/transfer_amount'));
  if (size === 0n) throw invalid('/transfer_amount', 'amount_zero', 'transfer_amount: must not be zero');
  if (
    same &&
    side.amount !== undefined &&
    absolute(amountIn(other.currency, side.amount, '/transfer_amount')) !== size
  ) {
    throw invalid(
      '/transfer_amount',
      'amount_differs',
      'transfer_amount: both accounts have one currency, so both sides are equal',
    );
  }
  const amount_minor = near.amount_minor > 0n ? -size : size;
  return {
    ...near,
    id: newId(),
    account_id: other.id,
    private_to: other.private_to,
    currency: other.currency,
    amount_minor,
    ...(await frozenRate(ctx, { amount_minor, currency: other.currency, on: near.occurred_on })),
    payee_id: other.private_to === near.private_to ? near.payee_id : null,
  };
}

function asSide(row: EntryRow, transfer_id: Id): EntryRow {
  return {
    ...row,
    type: 'transfer',
    transfer_id,
    category_id: null,
    needs_review: false,
    proposed_category_id: null,
    proposed_confidence: null,
    proposed_reason: null,
  };
}

/** Opposite signs, different accounts; in one currency they sum to zero, in two each carries its own amount. */
function refuseUnlike(from: Entry, to: Entry): void {
  const why = whyUnlike(from, to);
  if (why !== undefined)
    throw new Problem('BUSINESS_4004', `These entries cannot be linked as a transfer: ${why}.`);
}

function whyUnlike(from: Entry, to: Entry): string | undefined {
  const [a, b] = [from.row, to.row];
  return a.deleted_at !== null || b.deleted_at !== null
    ? 'one of them is in the trash'
    : a.transfer_id !== null || b.transfer_id !== null
      ? 'one of them is part of a transfer already'
      : a.account_id === b.account_id
        ? 'both are in one account'
        : a.amount_minor > 0n === b.amount_minor > 0n
          ? 'both go in one direction'
          : from.splits.length > 0 || to.splits.length > 0
            ? 'one of them has splits'
            : a.currency === b.currency && a.amount_minor !== -b.amount_minor
              ? 'their amounts differ'
              : undefined;
}
