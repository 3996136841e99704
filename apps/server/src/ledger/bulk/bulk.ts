import type { Id } from '@kinwise/core/ids';
import type { CategoryKind } from '@kinwise/engines/categorisation/default-tree';
import { accepts } from '@kinwise/engines/categorisation/tree';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { requireCategory } from '../categories/categories.ts';
import { changeEntries, lockEntries, writeMerges } from '../entries/entries.ts';
import type { Entry, EntryChange } from '../entries/entries.ts';
import { allPayeeEntries, showTransaction, showTransactions } from '../register/register.ts';
import type { WireTransaction } from '../register/register.schema.ts';
import {
  allow,
  changeTransaction,
  changedRow,
  lockEditable,
  replaceTags,
  restoreTransaction,
  trashTransaction,
} from '../transactions/transactions.ts';
import { refuseOneAccount } from '../pairs/pairs.ts';
import { splitDrafts } from '../drafts/drafts.ts';
import { linkTags, tagsOf } from '../tags/tags.ts';
import { addEntry } from '../transfers/transfers.ts';
import type { TransactionChange } from '../drafts/drafts.schema.ts';
import type { BulkAnswer, Operation } from './bulk.schema.ts';

type Result = BulkAnswer['results'][number];

/** Up to a thousand operations: all or nothing, or each by itself with its own result. */
export async function bulk(
  ctx: HouseholdContext,
  operations: readonly Operation[],
  atomic: boolean,
): Promise<Result[]> {
  if (atomic && operations.every((operation) => operation.op === 'update'))
    return await updateTogether(ctx, operations);
  const results: Result[] = [];
  for (const [index, operation] of operations.entries()) {
    const done = atomic ? named(index, perform(ctx, operation, index)) : tolerant(ctx, operation, index);
    results.push(await done);
  }
  return results;
}

/** Keeps one of two entries that are the same thing; the other goes to the trash and gives what the kept one lacks.
 * It comes back from there when the import of the kept one is undone. */
export async function mergeTransactions(
  ctx: HouseholdContext,
  pair: { keep_id: Id; drop_id: Id },
): Promise<WireTransaction> {
  if (pair.keep_id === pair.drop_id)
    throw new Problem('BUSINESS_4001', 'An entry cannot be merged with itself.');
  // Both in one order, so that who merges them the other way round waits.
  await lockEntries(ctx, [pair.keep_id, pair.drop_id]);
  const keep = await lockEditable(ctx, { id: pair.keep_id, ifVersion: undefined });
  const drop = await lockEditable(ctx, { id: pair.drop_id, ifVersion: undefined });
  if (keep.row.account_id !== drop.row.account_id || keep.row.amount_minor !== drop.row.amount_minor) {
    throw new Problem(
      'BUSINESS_4001',
      'Only entries of one account with one amount can be merged. Compare them again.',
    );
  }
  if (drop.row.transfer_id !== null || keep.row.transfer_id !== null) {
    throw new Problem('BUSINESS_4004', 'Unlink the transfer before you merge one of its sides.');
  }
  const parts = drop.splits.map(({ id: _id, ...split }) => split);
  const [had, more] = [await tagsOf(ctx, pair.keep_id), await tagsOf(ctx, pair.drop_id)];
  await linkTags(ctx, [keep.row], more);
  const tags = { before: had, after: [...new Set([...had, ...more])] };
  const splits = keep.splits.length > 0 ? undefined : parts;
  await changeEntries(ctx, [{ before: keep, after: mergedRow(keep, drop), splits, tags }]);
  await trashTransaction(ctx, { id: pair.drop_id, ifVersion: undefined });
  await writeMerges(ctx, [{ id: pair.drop_id, into: pair.keep_id }]);
  return await showTransaction(ctx, pair.keep_id);
}

/** Gives an entry its category; with `same_payee` all others of that payee as well, in one step that can be undone. */
export async function categorise(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  body: { category_id: Id | null; also?: 'same_payee' | undefined },
): Promise<{ transaction: WireTransaction; changed: number }> {
  const transaction = await changeTransaction(ctx, at, { category_id: body.category_id });
  if (body.also !== 'same_payee') return { transaction, changed: 1 };
  const ids = await allPayeeEntries(ctx, at.id, body.category_id);
  const changed = await setCategory(ctx, ids, body.category_id);
  return { transaction, changed: changed + 1 };
}

/** Sets the category of entries that are neither split nor transfers; answers how many it changed. */
export async function setCategory(
  ctx: HouseholdContext,
  ids: readonly Id[],
  category: Id | null,
): Promise<number> {
  const kind = category === null ? 'both' : (await requireCategory(ctx, category)).kind;
  let changed = 0;
  for (let from = 0; from < ids.length; from += 1000) {
    const entries = await lockEntries(ctx, ids.slice(from, from + 1000));
    const fit = entries.filter(
      ({ row }) => row.deleted_at === null && row.type !== 'transfer' && !row.is_split && takes(kind, row),
    );
    for (const { row } of fit) if (ctx.reach('transactions.edit') !== 'all') await allow(ctx, row, 'edit');
    await changeEntries(
      ctx,
      fit.map((before) => ({ before, after: { ...before.row, category_id: category, needs_review: false } })),
      { note: { category_id: category } },
    );
    changed += fit.length;
  }
  return changed;
}

/** Of one payee money may come and go, and spending does not belong to a category of income. */
function takes(kind: CategoryKind, { amount_minor }: Entry['row']): boolean {
  return accepts(kind, amount_minor > 0n ? 'income' : 'expense');
}

async function updateTogether(
  ctx: HouseholdContext,
  operations: readonly Extract<Operation, { op: 'update' }>[],
): Promise<Result[]> {
  const entries = new Map(
    (
      await lockEntries(
        ctx,
        operations.map(({ id }) => id),
      )
    ).map((entry) => [entry.row.id, entry]),
  );
  const changes: EntryChange[] = [];
  for (const [index, { id, data }] of operations.entries()) {
    const before = changes.some((change) => change.before.row.id === id) ? undefined : entries.get(id);
    if (!before || before.row.deleted_at !== null) {
      throw new Problem(
        'RESOURCE_3001',
        `There is no such transaction in this household (operation ${index + 1}), or it comes twice.`,
      );
    }
    changes.push(await named(index, changeOf(ctx, before, data)));
  }
  const guard = changes.some(({ after }) => after.source !== 'import');
  await changeEntries(ctx, changes, { guard, note: { bulk: operations.length } });
  await refuseOneAccount(ctx, changes);
  const shown = await showTransactions(
    ctx,
    operations.map(({ id }) => id),
  );
  return shown.map((transaction, index) => ({ index, status: 200, transaction }));
}

async function changeOf(ctx: HouseholdContext, before: Entry, data: TransactionChange): Promise<EntryChange> {
  await allow(ctx, before.row, 'edit');
  const after = await changedRow(ctx, before.row, data);
  const splits = data.splits && (await splitDrafts(ctx, after, data.splits));
  const tags = data.tags && (await replaceTags(ctx, before.row, data.tags));
  return { before, after, splits, tags };
}

/** A refusal of one of many says which of them it was, in its words and in where it points. */
async function named<T>(index: number, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const at = (pointer: string): string => `/operations/${index}/data${pointer}`;
    const errors = error.details.errors?.map((one) => ({ ...one, pointer: at(one.pointer) }));
    const details = { ...error.details, ...(errors ? { errors } : {}) };
    throw new Problem(error.code, `Operation ${index + 1}: ${error.message}`, details);
  }
}

async function perform(ctx: HouseholdContext, operation: Operation, index: number): Promise<Result> {
  if (operation.op === 'create') {
    return { index, status: 201, transaction: await addEntry(ctx, operation.data) };
  }
  const at = { id: operation.id, ifVersion: undefined };
  if (operation.op === 'update') {
    return { index, status: 200, transaction: await changeTransaction(ctx, at, operation.data) };
  }
  if (operation.op === 'restore') {
    return { index, status: 200, transaction: await restoreTransaction(ctx, operation.id) };
  }
  await trashTransaction(ctx, at);
  return { index, status: 204 };
}

/** A refused operation leaves no trace: its own savepoint takes back what it did, and what it said is dropped. */
async function tolerant(ctx: HouseholdContext, operation: Operation, index: number): Promise<Result> {
  await ctx.db.text('savepoint operation');
  const said: Parameters<HouseholdContext['emit']>[0][] = [];
  try {
    const quiet: HouseholdContext = { ...ctx, emit: (happening) => said.push(happening) };
    const result = await perform(quiet, operation, index);
    await ctx.db.text('release savepoint operation');
    said.forEach(ctx.emit);
    return result;
  } catch (error) {
    await ctx.db.text('rollback to savepoint operation');
    if (!(error instanceof Problem)) throw error;
    return { index, status: error.status, problem: { error_code: error.code, detail: error.message } };
  }
}

/** What a person wrote is kept before what a bank sent, and what one of the two lacks comes from the other. */
function mergedRow(keep: Entry, drop: Entry): Entry['row'] {
  const [a, b] = [keep.row, drop.row];
  const split = keep.splits.length > 0 || drop.splits.length > 0;
  return {
    ...a,
    // What one of the two says is booked has happened, and is no longer waited for.
    status: a.status === 'pending' && b.status === 'completed' ? b.status : a.status,
    notes:
      a.notes === '' || a.notes === b.notes
        ? b.notes
        : b.notes === ''
          ? a.notes
          : `${a.notes}\n${b.notes}`.slice(0, 4000),
    memo: a.memo === '' ? b.memo : a.memo,
    reference: a.reference === '' ? b.reference : a.reference,
    payee_id: a.payee_id ?? b.payee_id,
    category_id: split ? null : (a.category_id ?? b.category_id),
    needs_review:
      !split && a.category_id === null && b.category_id !== null ? b.needs_review : a.needs_review,
    payer_id: a.payer_id ?? b.payer_id,
    beneficiary_id: a.beneficiary_id ?? b.beneficiary_id,
    booked_on: a.booked_on ?? b.booked_on,
    // What somebody wrote is in the books without any file too, and stays when the file is undone.
    import_id: b.import_id === null ? null : a.import_id,
    import_line: b.import_id === null ? null : a.import_line,
  };
}
