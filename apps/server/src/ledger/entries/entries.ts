import { AMOUNT_MAX_MINOR, allocate, absolute, convert, formatRate, readRate } from '@kinwise/core/money';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { together } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import { constraintOf, overtaken } from '../../platform/transaction.ts';
import { rateOn } from '../currencies/currencies.ts';
import { tellEntries } from '../entry-log/entry-log.ts';
import type { Telling } from '../entry-log/entry-log.ts';
import { post } from '../postings/postings.ts';
import type { Posted } from '../postings/postings.ts';
import { linkTags } from '../tags/tags.ts';
import {
  insertRows,
  insertSplits,
  lockRows,
  readCurrency,
  readSplits,
  removeRows,
  replaceSplits,
  updateRows,
} from './entries.store.ts';
import type { EntryRow, SplitRow } from './entries.store.ts';

export {
  hasEntries,
  idsOfAccount,
  idsProposed,
  idsWithCategory,
  passMergesOn,
  sidesOf,
  writeMerges,
} from './entries.store.ts';
export type { EntryRow, SplitRow } from './entries.store.ts';

/** An entry with its splits, as rules work on it. */
export type Entry = { readonly row: EntryRow; readonly splits: readonly SplitRow[] };

/** A new part of an entry; the household's share of it is worked out here. */
export type SplitDraft = {
  category_id: Id | null;
  member_id: Id | null;
  amount_minor: bigint;
  note: string;
  id?: Id | undefined;
};

export type EntryDraft = { row: EntryRow; splits: readonly SplitDraft[]; tags: readonly Id[] };

type Told = Partial<Telling> & { guard?: boolean };

/**
 * Writes new entries with their splits and tags, moves balances and rollups, and says so once for all of them. All
 * statements are on their way when it returns to its caller, who may send more without waiting.
 */
export async function insertEntries(
  ctx: HouseholdContext,
  drafts: readonly EntryDraft[],
  told: Told = {},
): Promise<void> {
  if (drafts.length === 0) return;
  const entries = drafts.map(({ row, splits }) => ({ row, splits: splitRows(row, splits) }));
  const rows = entries.map((entry) => entry.row);
  await together([
    uniquely(async () => {
      await insertRows(ctx, rows);
    }),
    sameCurrency(ctx),
    uniquely(async () => {
      await insertSplits(
        ctx,
        entries.flatMap((entry) => entry.splits),
      );
    }),
    ...drafts
      .filter(({ tags }) => tags.length > 0)
      .map(async ({ row, tags }) => {
        await linkTags(ctx, [row], tags);
      }),
    post(
      ctx,
      entries.map((after) => ({ after: posted(after) })),
      { guard: told.guard ?? false },
    ),
  ]);
  const steps = entries.map((entry, index) => ({ after: { ...entry, tags: drafts[index]?.tags } }));
  tellEntries(ctx, steps, { event: 'transaction.created', ...told });
}

/** The currency of the household may have changed while its first entries were worked out; once they are written, it stays. */
async function sameCurrency(ctx: HouseholdContext): Promise<void> {
  if ((await readCurrency(ctx)) !== ctx.currency) throw overtaken('the household counts in another currency');
}

/** Entries by id with their splits, locked until the end of the transaction; those that are missing are left out. */
export async function lockEntries(ctx: HouseholdContext, ids: readonly Id[]): Promise<Entry[]> {
  const rows = await lockRows(ctx, [...new Set(ids)]);
  const splits = await readSplits(
    ctx,
    rows.filter((row) => row.is_split).map((row) => row.id),
  );
  return rows.map((row) => ({ row, splits: splits.get(row.id) ?? [] }));
}

/** One change of one entry. `splits` absent leaves them; their household shares follow the amount. */
export type EntryChange = {
  before: Entry;
  after: EntryRow;
  splits?: readonly SplitDraft[] | undefined;
  /** For the log alone: who changes the tags links them. */
  tags?: { before: readonly Id[]; after: readonly Id[] } | undefined;
};

/** Rewrites entries, moves balances and rollups by the difference, and grows their versions. */
export async function changeEntries(
  ctx: HouseholdContext,
  changes: readonly EntryChange[],
  told: Told = {},
): Promise<void> {
  if (changes.length === 0) return;
  // The sums move by each change: two of one entry would move them twice, from the same start.
  if (new Set(changes.map(({ before }) => before.row.id)).size < changes.length)
    throw new Error('an entry is changed twice at once');
  const afters = changes.map((change) => changedEntry(ctx, change));
  await uniquely(async () => {
    await updateRows(
      ctx,
      afters.map((entry) => entry.row),
    );
  });
  const rewritten = afters.filter((entry, index) => entry.splits !== changes[index]?.before.splits);
  if (rewritten.length > 0) {
    const ids = rewritten.map((entry) => entry.row.id);
    const parts = rewritten.flatMap((entry) => entry.splits);
    await uniquely(async () => {
      await replaceSplits(ctx, ids, parts);
    });
  }
  const moves = changes.map(({ before }, index) => {
    const after = afters[index];
    return { before: posted(before), after: after && posted(after) };
  });
  await post(ctx, moves, { guard: told.guard ?? false });
  const steps = changes.map(({ before, tags }, index) => ({
    before: { ...before, tags: tags?.before },
    after: { ...(afters[index] ?? before), tags: tags?.after },
  }));
  tellEntries(ctx, steps, { event: 'transaction.changed', ...told });
}

/** Takes entries out for good, as if they had never been: the undo of an import, and the end of the trash. */
export async function removeEntries(
  ctx: HouseholdContext,
  entries: readonly Entry[],
  told: Told = {},
): Promise<void> {
  if (entries.length === 0) return;
  await post(
    ctx,
    entries.map((before) => ({ before: posted(before) })),
    { guard: false },
  );
  await removeRows(
    ctx,
    entries.map((entry) => entry.row.id),
  );
  const steps = entries.map((before) => ({ before }));
  tellEntries(ctx, steps, { event: 'transaction.deleted', ...told });
}

/** The amount in the household's currency by the rate of the day, which stays with the entry for ever. */
export async function frozenRate(
  ctx: HouseholdContext,
  of: { amount_minor: bigint; currency: string; on: string },
): Promise<{ household_minor: bigint; rate: string | null }> {
  if (of.currency === ctx.currency) return { household_minor: of.amount_minor, rate: null };
  const rate = await rateOn(ctx, { base: of.currency, quote: ctx.currency, on: of.on as Day });
  if (rate === undefined) {
    throw new Problem(
      'BUSINESS_4009',
      `There is no exchange rate from ${of.currency} to ${ctx.currency} for ${of.on} or before. Add one under exchange rates, then try again.`,
    );
  }
  return { household_minor: inHouseholdMoney(ctx, of, rate), rate: formatRate(rate) };
}

function inHouseholdMoney(
  ctx: HouseholdContext,
  of: { amount_minor: bigint; currency: string },
  rate: bigint,
): bigint {
  const by = { base: of.currency, quote: ctx.currency, scaled: rate };
  const { minor } = convert({ minor: of.amount_minor, currency: of.currency }, by);
  if (absolute(minor) > AMOUNT_MAX_MINOR) {
    const message = `amount: by the exchange rate from ${of.currency} it is more than KinWise keeps in ${ctx.currency}. Correct the rate, or the amount.`;
    throw invalid('/amount', 'amount_range', message);
  }
  return minor;
}

function changedEntry(ctx: HouseholdContext, { before, after, splits }: EntryChange): Entry {
  const frozen =
    after.amount_minor === before.row.amount_minor || after.rate !== before.row.rate
      ? after.household_minor
      : rescaled(ctx, after);
  const row: EntryRow = {
    ...after,
    household_minor: frozen,
    is_split: splits ? splits.length > 0 : before.splits.length > 0,
    updated_at: ctx.now,
    version: before.row.version + 1,
  };
  const sameSplits =
    splits === undefined &&
    row.amount_minor === before.row.amount_minor &&
    row.household_minor === before.row.household_minor &&
    row.private_to === before.row.private_to;
  return { row, splits: sameSplits ? before.splits : splitRows(row, splits ?? before.splits) };
}

function rescaled(ctx: HouseholdContext, row: EntryRow): bigint {
  const rate = row.rate === null ? undefined : readRate(row.rate.replace(/\.?0+$/, ''));
  return rate === undefined ? row.amount_minor : inHouseholdMoney(ctx, row, rate);
}

/** Splits sum to the amount, to the cent, with its sign, or there are none (invariant 2). */
function splitRows(row: EntryRow, drafts: readonly SplitDraft[]): SplitRow[] {
  if (drafts.length === 0) return [];
  const sum = drafts.reduce((total, draft) => total + draft.amount_minor, 0n);
  const signed = drafts.every(
    (draft) => draft.amount_minor !== 0n && draft.amount_minor > 0n === row.amount_minor > 0n,
  );
  if (sum !== row.amount_minor || !signed) {
    // Parts of another sign may sum to the amount all the same, and then that is what has to be mended.
    const message =
      sum !== row.amount_minor
        ? 'They do not sum to the amount.'
        : row.amount_minor < 0n
          ? 'Each has to be negative, as the amount is, and none may be 0.'
          : 'Each has to be positive, as the amount is, and none may be 0.';
    throw new Problem(
      'BUSINESS_4003',
      'The splits have to sum to the amount exactly, each with its sign. Correct them together.',
      { errors: [{ pointer: '/splits', code: 'splits_sum', message }] },
    );
  }
  const shares = allocate(
    row.household_minor,
    drafts.map((draft) => absolute(draft.amount_minor)),
  );
  return drafts.map((draft, position) => ({
    id: draft.id ?? newId(),
    transaction_id: row.id,
    position,
    category_id: draft.category_id,
    member_id: draft.member_id,
    amount_minor: draft.amount_minor,
    household_minor: shares[position] ?? 0n,
    note: draft.note,
    private_to: row.private_to,
  }));
}

function posted({ row, splits }: Entry): Posted {
  const whole = [{ category_id: row.category_id, household_minor: row.household_minor }];
  return { ...row, parts: splits.length > 0 ? splits : whole };
}

const TAKEN: Readonly<Record<string, string>> = {
  transactions_pkey: 'An entry with this id is there already.',
  transactions_bank_id: 'An entry with this bank id is in the account already.',
  transaction_splits_pkey: 'A part with this id is there already. Leave its id out, or make a new one.',
};

async function uniquely(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const constraint = constraintOf(error);
    const taken = TAKEN[constraint];
    if (taken !== undefined) throw new Problem('RESOURCE_3002', taken);
    if (constraint.startsWith('transactions_') && constraint.endsWith('_check')) {
      throw invalid('/amount', 'sign', 'The amount, its sign and the type do not go together.');
    }
    throw error;
  }
}
