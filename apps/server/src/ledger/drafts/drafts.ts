import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { absolute } from '@kinwise/core/money';
import { requireMembers } from '../../home/memberships/memberships.ts';
import { actorId, together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { forbidden, invalid } from '../../platform/problems.ts';
import { refuseClosed, requireAccount } from '../accounts/accounts.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { requireCategories } from '../categories/categories.ts';
import { frozenRate } from '../entries/entries.ts';
import type { EntryRow, SplitDraft } from '../entries/entries.ts';
import { payeeIdFor, sharedPayee } from '../merchants/merchants.ts';
import { requireTags } from '../tags/tags.ts';
import type { NewSplit, NewTransaction, TransactionChange } from './drafts.schema.ts';

/** The new row of a body, with everything that it names checked to be of this household. */
export async function draftOf(
  ctx: HouseholdContext,
  body: NewTransaction,
): Promise<{ row: EntryRow; splits: SplitDraft[]; tags: Id[] }> {
  const [account, , known] = await together([
    requireAccount(ctx, body.account_id),
    requireReferences(ctx, body, directionOf(body)),
    // Most entries are of a shared account and a payee that was there before: then this trip is the only one.
    sharedPayee(ctx, body.payee ?? ''),
  ]);
  refuseClosed(account);
  allowCreate(ctx, account);
  const amount = signedAmount(account.currency, body.amount, body.type);
  const on = body.occurred_on ?? ctx.today;
  const splits = body.splits ?? [];
  const type = amount > 0n ? 'income' : 'expense';
  const row: EntryRow = {
    ...blankRow(ctx, account),
    id: body.id ?? newId(),
    occurred_on: on,
    booked_on: body.booked_on ?? null,
    amount_minor: amount,
    ...(await frozenRate(ctx, { amount_minor: amount, currency: account.currency, on })),
    type,
    status: body.status ?? 'completed',
    source: body.source,
    payee_id: await payeeOf(ctx, body.payee ?? '', { account, known }),
    memo: body.memo ?? '',
    reference: body.reference ?? '',
    notes: body.notes ?? '',
    category_id: splits.length > 0 ? null : (body.category_id ?? null),
    payer_id: body.payer_id === undefined ? (actorId(ctx) ?? null) : body.payer_id,
    beneficiary_id: body.beneficiary_id ?? null,
    is_split: splits.length > 0,
    needs_review: body.needs_review ?? false,
  };
  return { row, splits: splitAmounts(row, splits), tags: body.tags ?? [] };
}

async function payeeOf(
  ctx: HouseholdContext,
  name: string,
  of: { account: AccountRow; known: Id | undefined },
): Promise<Id | null> {
  const { account, known } = of;
  return account.private_to === null && known ? known : await payeeIdFor(ctx, name, account.private_to);
}

/** What the amount will turn out to be, told before its account, and so its currency, is known. */
function directionOf(body: NewTransaction): string {
  return body.type === 'expense' || body.amount.startsWith('-') ? 'expense' : 'income';
}

/** A row of an account with nothing in it yet. */
export function blankRow(ctx: HouseholdContext, account: AccountRow): EntryRow {
  return {
    id: newId(),
    account_id: account.id,
    private_to: account.private_to,
    occurred_on: ctx.today,
    booked_on: null,
    amount_minor: 0n,
    currency: account.currency,
    household_minor: 0n,
    rate: null,
    type: 'expense',
    status: 'completed',
    source: 'system',
    payee_id: null,
    memo: '',
    reference: '',
    notes: '',
    category_id: null,
    payer_id: null,
    beneficiary_id: null,
    author_id: actorId(ctx) ?? null,
    transfer_id: null,
    import_id: null,
    import_line: null,
    bank_id: null,
    balance_after_minor: null,
    is_split: false,
    needs_review: false,
    proposed_category_id: null,
    proposed_confidence: null,
    proposed_reason: null,
    created_at: ctx.now,
    updated_at: ctx.now,
    version: 1,
    deleted_at: null,
  };
}

/** A signed amount, or a positive one with its type; a clash of the two is refused, and zero always (invariant 4). */
export function signedAmount(currency: string, text: string, type: string | undefined): bigint {
  const minor = amountIn(currency, text, '/amount');
  if (minor === 0n) throw invalid('/amount', 'amount_zero', 'amount: must not be zero');
  if (type === 'expense') return -absolute(minor);
  if (type === 'income' && minor < 0n) {
    throw invalid(
      '/amount',
      'amount_sign',
      'amount: is negative, but the type says income. Change one of them.',
    );
  }
  return minor;
}

/** Everything that a body names is of this household; otherwise 404, whether missing or foreign. */
export async function requireReferences(
  ctx: HouseholdContext,
  body: Pick<TransactionChange, 'category_id' | 'splits' | 'tags' | 'payer_id' | 'beneficiary_id'>,
  type: string,
): Promise<void> {
  if (body.category_id && type === 'transfer') {
    throw invalid('/category_id', 'transfer', 'category_id: a transfer has none');
  }
  const forType = type === 'income' || type === 'expense' ? type : undefined;
  const splits = body.splits ?? [];
  const parts = splits.map((split, index) => ({
    id: split.category_id,
    pointer: `/splits/${index}/category_id`,
  }));
  const uses = [{ id: body.category_id, pointer: '/category_id' }, ...parts];
  const people = [body.payer_id, body.beneficiary_id, ...splits.map((split) => split.member_id)];
  await together([
    requireCategories(
      ctx,
      uses.flatMap(({ id, pointer }) => (id ? [{ id, forType, pointer }] : [])),
    ),
    requireTags(ctx, body.tags ?? []),
    requireMembers(
      ctx,
      people.flatMap((person) => person ?? []),
    ),
  ]);
}

/** Splits of a body with their amounts in minor units. */
export async function splitDrafts(
  ctx: HouseholdContext,
  row: EntryRow,
  splits: readonly NewSplit[],
): Promise<SplitDraft[]> {
  await requireReferences(ctx, { splits: [...splits] }, row.type);
  return splitAmounts(row, splits);
}

function splitAmounts(row: EntryRow, splits: readonly NewSplit[]): SplitDraft[] {
  return splits.map((split, index) => ({
    id: split.id,
    category_id: split.category_id,
    member_id: split.member_id,
    note: split.note,
    amount_minor: amountIn(row.currency, split.amount, `/splits/${index}/amount`),
  }));
}

function allowCreate(ctx: HouseholdContext, account: AccountRow): void {
  const reach = ctx.require('transactions.create');
  if (reach === 'own' && account.owner_id !== actorId(ctx)) throw forbidden('transactions.create');
}
