/** Rules on the history: what one would catch, and doing what it says with all of that. */
import { exponentOf } from '@kinwise/core/currencies';
import { daysBetween } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { allocate, formatMinor, parseMoney } from '@kinwise/core/money';
import { accepts } from '@kinwise/engines/categorisation/tree';
import { compileRules } from '@kinwise/engines/rules/evaluate';
import type { Outcome, Rule, RuleEntry } from '@kinwise/engines/rules/types';
import { happened } from '../../events.ts';
import { livingCategories } from '../../ledger/categories/categories.ts';
import type { CategoryRow } from '../../ledger/categories/categories.ts';
import { changeEntries, lockEntries } from '../../ledger/entries/entries.ts';
import type { Entry, EntryChange, SplitDraft } from '../../ledger/entries/entries.ts';
import { payeeIdsFor } from '../../ledger/merchants/merchants.ts';
import { openSides, showTransactions } from '../../ledger/register/register.ts';
import { linkTags, listTags } from '../../ledger/tags/tags.ts';
import { editable } from '../../ledger/transactions/transactions.ts';
import { linkPairs, linkable } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { rehearse } from '../../platform/in-household.ts';
import { takesParts } from '../proposals/proposals.ts';
import { checked, countHits, ruleFor } from '../rules/rules.ts';
import type { ApplyBody, Changes, TestBody } from './rule-runs.schema.ts';
import { readPiece } from './rule-runs.store.ts';
import type { HistoryRow } from './rule-runs.store.ts';

/** How far back a rule looks: ten years of a busy household. */
const SCAN_MAX = 100_000;
const PIECE = 5_000;
const STEP = 1_000;
const TRANSFER_DAYS = 5;

/** What a rule would catch, with the newest entries as a sample; nothing is written. */
export async function testRule(ctx: HouseholdContext, body: TestBody) {
  const { match, conditions, actions } = body.rule;
  await checked(ctx, body.rule, '/rule');
  const scan = await scanned(ctx, { id: newId(), match, conditions, actions, stop: false });
  const living = await livingCategories(ctx);
  const first = scan.caught.slice(0, body.limit);
  const shown = await showTransactions(
    ctx,
    first.map(({ row }) => row.id),
  );
  const byId = new Map(shown.map((transaction) => [transaction.id, transaction]));
  const sample = first.flatMap(({ row, outcome }) => {
    const transaction = byId.get(row.id);
    return transaction ? [{ transaction, changes: changesOf(row, outcome, living) }] : [];
  });
  return { matched: scan.caught.length, scanned: scan.count, is_complete: scan.isComplete, sample };
}

/** Does what a rule says with everything that it catches and the actor may change. */
export async function applyRule(ctx: HouseholdContext, id: Id, body: ApplyBody) {
  const rule = await ruleFor(ctx, id);
  const run = async (inside: HouseholdContext) => await applied(inside, rule, body.overwrite);
  const done = body.dry_run ? await rehearse(ctx, run) : await run(ctx);
  if (!body.dry_run && done.changed > 0) {
    await countHits(ctx, new Map([[id, done.changed]]));
    ctx.emit(happened('rule.applied', { ids: [id], after: done }));
  }
  return { ...done, dry_run: body.dry_run };
}

type Caught = { row: HistoryRow; outcome: Outcome };

async function scanned(
  ctx: HouseholdContext,
  rule: Rule,
): Promise<{ caught: Caught[]; count: number; isComplete: boolean }> {
  const ask = compileRules([rule]);
  const withTags = rule.actions.some((action) => action.kind === 'add_tag');
  const caught: Caught[] = [];
  let count = 0;
  let last: HistoryRow | undefined;
  while (count < SCAN_MAX) {
    const piece = await readPiece(ctx, last, { limit: PIECE, tags: withTags });
    for (const row of piece) {
      const outcome = ask(entryOf(row));
      if (outcome) caught.push({ row, outcome });
    }
    count += piece.length;
    last = piece.at(-1);
    if (piece.length < PIECE) return { caught, count, isComplete: true };
  }
  return { caught, count, isComplete: (await readPiece(ctx, last, { limit: 1, tags: false })).length === 0 };
}

function entryOf(row: HistoryRow): RuleEntry {
  return { ...row, payee: row.payee ?? '', member_id: row.payer_id };
}

/** What of an outcome would change this entry. */
function changesOf(row: HistoryRow, outcome: Outcome, living: ReadonlyMap<Id, CategoryRow>): Changes {
  const { payee, notes, member_id, transfer, split } = outcome;
  const isSortable = row.type !== 'transfer';
  const category = living.get(outcome.category_id ?? '');
  const fitting =
    row.type !== 'transfer' && category && accepts(category.kind, row.type) ? category.id : undefined;
  const add_tags = outcome.tags.filter((tag) => !row.tags.includes(tag));
  return {
    ...(fitting === undefined || fitting === row.category_id ? {} : { category_id: fitting }),
    ...(payee === undefined || payee === row.payee ? {} : { payee }),
    ...(notes === undefined || notes === row.notes ? {} : { notes }),
    ...(member_id === undefined || member_id === row.payer_id ? {} : { payer_id: member_id }),
    ...(add_tags.length === 0 ? {} : { add_tags }),
    ...(split && row.type !== 'transfer' && takesParts(split, { type: row.type, categories: living })
      ? partsOf(row, split)
      : {}),
    ...(transfer && isSortable ? { transfer_account_id: transfer.account_id } : {}),
    ...(outcome.ignore ? { ignore: true as const } : {}),
  };
}

/** Shares become amounts that sum to the whole; an amount too small to be shared stays whole. */
function partsOf(row: HistoryRow, shares: NonNullable<Outcome['split']>): Pick<Changes, 'split'> {
  const parts = allocate(
    row.amount_minor,
    shares.map((share) => BigInt(share.share)),
  );
  if (parts.includes(0n)) return {};
  const exponent = exponentOf(row.currency);
  const split = shares.map(({ category_id, member_id }, index) => {
    return { category_id, member_id, amount: formatMinor(parts[index] ?? 0n, exponent) };
  });
  return { split };
}

type Done = { matched: number; changed: number; skipped: number; scanned: number; is_complete: boolean };

async function applied(ctx: HouseholdContext, rule: Rule, overwrite: boolean): Promise<Done> {
  const scan = await scanned(ctx, rule);
  const living = await livingCategories(ctx);
  const tags = new Set((await listTags(ctx)).map((tag) => tag.id));
  const wanted = scan.caught.map(({ row, outcome }) => ({ row, changes: changesOf(row, outcome, living) }));
  let changed = 0;
  let skipped = 0;
  for (let from = 0; from < wanted.length; from += STEP) {
    const step = await applyStep(ctx, wanted.slice(from, from + STEP), { overwrite, tags, rule_id: rule.id });
    changed += step.changed;
    skipped += step.skipped;
  }
  changed += await linkSides(ctx, wanted);
  const { count, isComplete } = scan;
  return { matched: scan.caught.length, changed, skipped, scanned: count, is_complete: isComplete };
}

type Wanted = { row: HistoryRow; changes: Changes };

async function applyStep(
  ctx: HouseholdContext,
  wanted: readonly Wanted[],
  how: { overwrite: boolean; tags: ReadonlySet<Id>; rule_id: Id },
): Promise<{ changed: number; skipped: number }> {
  const byId = new Map(wanted.map((one) => [one.row.id, one.changes]));
  const tagged = new Map(wanted.map((one) => [one.row.id, one.row.tags]));
  const locked = await lockEntries(ctx, [...byId.keys()]);
  // What somebody changed since it was read may be no case for the rule any more, or another sum to share out.
  const versions = new Map(wanted.map(({ row }) => [row.id, row.version]));
  const asRead = locked.filter(({ row }) => row.version === versions.get(row.id));
  const entries = await editable(ctx, asRead);
  const payees = await payeesOf(ctx, entries, byId);
  const changes = entries.flatMap((before) => {
    const wish = byId.get(before.row.id);
    const change = wish && changeOf(before, wish, how.overwrite);
    if (!change) return [];
    const payee_id = payees.get(before.row.private_to)?.get(wish.payee ?? '');
    return [payee_id === undefined ? change : { ...change, after: { ...change.after, payee_id } }];
  });
  const told: EntryChange[] = [];
  for (const change of changes) {
    const { row } = change.before;
    const add = (byId.get(row.id)?.add_tags ?? []).filter((tag) => how.tags.has(tag));
    const had = tagged.get(row.id) ?? [];
    if (add.length > 0) await linkTags(ctx, [row], add);
    told.push(add.length > 0 ? { ...change, tags: { before: had, after: [...had, ...add] } } : change);
  }
  await changeEntries(ctx, told, { note: { by: 'rule', rule_id: how.rule_id } });
  return { changed: changes.length, skipped: locked.length - entries.length };
}

/** Payees by their new names, kept apart for shared and private accounts. */
async function payeesOf(
  ctx: HouseholdContext,
  entries: readonly Entry[],
  wishes: ReadonlyMap<Id, Changes>,
): Promise<Map<Id | null, Map<string, Id>>> {
  const names = new Map<Id | null, Set<string>>();
  for (const { row } of entries) {
    const payee = wishes.get(row.id)?.payee;
    if (payee !== undefined) names.set(row.private_to, (names.get(row.private_to) ?? new Set()).add(payee));
  }
  const found = new Map<Id | null, Map<string, Id>>();
  for (const [privateTo, set] of names) found.set(privateTo, await payeeIdsFor(ctx, [...set], privateTo));
  return found;
}

function changeOf(before: Entry, wish: Changes, overwrite: boolean): EntryChange | undefined {
  const { row } = before;
  const isSorted = row.is_split || row.category_id !== null;
  const sorts = !row.is_split && (overwrite || !isSorted);
  const split = sorts ? wish.split : undefined;
  const category_id = split ? null : sorts ? (wish.category_id ?? row.category_id) : row.category_id;
  const after = {
    ...row,
    category_id,
    notes: wish.notes ?? row.notes,
    payer_id: wish.payer_id ?? row.payer_id,
    needs_review: split || (sorts && wish.category_id !== undefined) ? false : row.needs_review,
  };
  const isSame =
    !split &&
    wish.payee === undefined &&
    wish.add_tags === undefined &&
    after.category_id === row.category_id &&
    after.notes === row.notes &&
    after.payer_id === row.payer_id;
  return isSame ? undefined : { before, after, splits: split && splitsOf(split, row.currency) };
}

function splitsOf(split: NonNullable<Changes['split']>, currency: string): SplitDraft[] {
  return split.map(({ category_id, member_id, amount }) => {
    return { category_id, member_id, amount_minor: parseMoney(amount, currency).minor, note: '' };
  });
}

/** Links the other side of what a rule calls a transfer, where there is exactly one that fits. */
async function linkSides(ctx: HouseholdContext, wanted: readonly Wanted[]): Promise<number> {
  const open = wanted.filter(({ changes }) => changes.transfer_account_id !== undefined);
  const pairs: { from_id: Id; to_id: Id }[] = [];
  const taken = new Set<Id>();
  for (const account of new Set(open.map(({ row }) => row.account_id))) {
    const mine = open.filter(({ row }) => row.account_id === account && !taken.has(row.id));
    const currency = mine[0]?.row.currency ?? ctx.currency;
    const moves = mine.map(({ row }) => ({ on: row.occurred_on, amount_minor: row.amount_minor }));
    const others = await openSides(ctx, { id: account, currency }, moves);
    for (const { row, changes } of mine) {
      const to = changes.transfer_account_id;
      const fit = others.filter(
        (one) =>
          !taken.has(one.id) &&
          (to === null || one.account_id === to) &&
          one.amount_minor === -row.amount_minor &&
          isNear(one.on, row.occurred_on),
      );
      const [only] = fit;
      if (fit.length !== 1 || !only || taken.has(row.id)) continue;
      taken.add(row.id).add(only.id);
      pairs.push(
        row.amount_minor < 0n ? { from_id: row.id, to_id: only.id } : { from_id: only.id, to_id: row.id },
      );
    }
  }
  const kept = await linkable(ctx, pairs);
  if (kept.length > 0) await linkPairs(ctx, kept);
  return kept.length * 2;
}

function isNear(one: Day, other: Day): boolean {
  return Math.abs(daysBetween(one, other)) <= TRANSFER_DAYS;
}
