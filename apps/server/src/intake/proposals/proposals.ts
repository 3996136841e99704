/** What probably should be done with an entry: by the household's rules, its merchants, and what it did before. */
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { nameKey } from '@kinwise/engines/categorisation/names';
import { makeProposer } from '@kinwise/engines/categorisation/propose';
import type { EntryType, Proposal as Guess } from '@kinwise/engines/categorisation/propose';
import { accepts } from '@kinwise/engines/categorisation/tree';
import { compileRules } from '@kinwise/engines/rules/evaluate';
import type { Outcome } from '@kinwise/engines/rules/types';
import { accountRows } from '../../ledger/accounts/accounts.ts';
import { livingCategories } from '../../ledger/categories/categories.ts';
import type { CategoryRow } from '../../ledger/categories/categories.ts';
import { heirs } from '../../ledger/category-moves/category-moves.ts';
import type { HeirOf } from '../../ledger/category-moves/category-moves.ts';
import { merchantFacts } from '../../ledger/merchants/merchants.ts';
import { listTags } from '../../ledger/tags/tags.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { rulesInForce } from '../rules/rules.ts';
import { readAliases, readCounts } from './proposals.store.ts';

/** What is known of an entry before it is one. Amounts in minor units of the account's currency. */
export type Unsorted = {
  readonly payee: string;
  readonly memo: string;
  readonly reference: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly on: string;
  readonly account_id: Id | undefined;
  /** The category's name in the file, where it came from another program. */
  readonly file_category?: string | undefined;
  /** The same for each part, where the file splits it. */
  readonly file_parts?: readonly string[] | undefined;
};

/** `confidence` from 0 to 100; the reason is a sentence for people. */
export type Proposal = {
  readonly category_id: Id;
  readonly confidence: number;
  readonly code: Guess['code'] | 'file';
  readonly reason: string;
};

/** A proposal for the category, and whatever else the household's rules want done. */
export type Sorted = {
  readonly proposal: Proposal | undefined;
  readonly outcome: Outcome | undefined;
  /** Names of the rules in `outcome`, for telling people. */
  readonly ruleNames: readonly string[];
  /** The account that a rule says the money goes to or comes from. */
  readonly transferName: string | undefined;
  /** The categories that the file's parts name; undefined where the household has none of that name. */
  readonly partIds: readonly (Id | undefined)[];
};

export type Sorter = (entry: Unsorted) => Sorted;

/** A rule is the household's own word, and what another program sorted was somebody's. */
const RULE_CONFIDENCE = 100;
const FILE_CONFIDENCE = 95;

/**
 * Makes a function that says what should be done with an entry: an explicit rule first, then the file's own category,
 * the merchant, the history. Everything it has to know is read once, so that a file of a hundred thousand rows costs a
 * handful of queries. `privateTo` is that of the account which the entries are in.
 */
export async function sorter(ctx: HouseholdContext, privateTo: Id | null): Promise<Sorter> {
  const known = await readKnown(ctx, privateTo);
  const propose = remembered(makeProposer(known.history));
  const byName = namesOf([...known.categories.values()]);
  return (entry) => {
    const type: EntryType = entry.amount_minor > 0n ? 'income' : 'expense';
    const said = known.ask(ruleEntry(entry, { type, aliases: known.aliases }));
    const outcome = withoutLost(said && succeeded(said, known.heirOf), { type, known });
    const proposal =
      byRule(outcome, { type, known }) ??
      (outcome?.split || outcome?.transfer
        ? undefined
        : (byFile(entry, { type, byName }) ?? propose(entry.payee, type)));
    return {
      proposal,
      outcome,
      ruleNames: (outcome?.rules ?? []).map((id) => known.ruleNames.get(id) ?? ''),
      transferName: known.accounts.get(outcome?.transfer?.account_id ?? ''),
      partIds: (entry.file_parts ?? []).map((name) => named(name, { type, byName })?.id),
    };
  };
}

async function readKnown(ctx: HouseholdContext, privateTo: Id | null) {
  const categories = await livingCategories(ctx);
  const merchants = (await merchantFacts(ctx)).filter(
    (row) => row.private_to === null || row.private_to === privateTo,
  );
  const aliases = await readAliases(ctx, privateTo);
  const counts = await readCounts(ctx, privateTo);
  const rules = await rulesInForce(ctx);
  return {
    categories,
    history: { categories: [...categories.values()], merchants, aliases, counts },
    aliases: new Map(aliases.map((row) => [row.key, row.merchant_id])),
    tags: new Set((await listTags(ctx)).map((tag) => tag.id)),
    heirOf: await heirs(ctx),
    ask: compileRules(rules),
    ruleNames: new Map(rules.map((rule) => [rule.id, rule.name])),
    accounts: new Map(
      (await accountRows(ctx)).map((account): [string, string] => [account.id, account.name]),
    ),
  };
}

/** A file names the same payees over and over. */
function remembered(propose: ReturnType<typeof makeProposer>) {
  const answers = new Map<string, Guess | undefined>();
  return (payee: string, type: EntryType): Guess | undefined => {
    const key = `${type} ${payee}`;
    if (!answers.has(key)) answers.set(key, propose({ payee, type }));
    return answers.get(key);
  };
}

function ruleEntry(entry: Unsorted, as: { type: EntryType; aliases: ReadonlyMap<string, Id> }) {
  return {
    payee: entry.payee,
    merchant_id: as.aliases.get(nameKey(entry.payee)) ?? null,
    memo: entry.memo,
    reference: entry.reference,
    notes: '',
    amount_minor: entry.amount_minor,
    currency: entry.currency,
    account_id: entry.account_id ?? '',
    occurred_on: entry.on as Day,
    type: as.type,
    member_id: null,
  };
}

/** A category may have been merged since the rule was written, and the rule follows a moment after. */
function succeeded(outcome: Outcome, heirOf: HeirOf): Outcome {
  const heir = (id: Id): Id => heirOf(id) ?? id;
  const { category_id, split } = outcome;
  return {
    ...outcome,
    ...(category_id === undefined ? {} : { category_id: heir(category_id) }),
    ...(split === undefined
      ? {}
      : {
          split: split.map((part) => ({ ...part, category_id: part.category_id && heir(part.category_id) })),
        }),
  };
}

/** Tags and categories may have been deleted since the rule was written; parts that no longer fit are none. */
function withoutLost(
  outcome: Outcome | undefined,
  {
    type,
    known,
  }: { type: EntryType; known: { tags: ReadonlySet<Id>; categories: ReadonlyMap<Id, CategoryRow> } },
): Outcome | undefined {
  if (!outcome) return undefined;
  const { split, ...rest } = outcome;
  const isWhole = split && takesParts(split, { type, categories: known.categories });
  return {
    ...rest,
    tags: outcome.tags.filter((tag) => known.tags.has(tag)),
    ...(split && isWhole ? { split } : {}),
  };
}

/** Whether the categories of a rule's parts are all there still, and take such entries. */
export function takesParts(
  split: NonNullable<Outcome['split']>,
  of: { type: EntryType; categories: ReadonlyMap<Id, CategoryRow> },
): boolean {
  return split.every(({ category_id }) => {
    const category = category_id === null ? undefined : of.categories.get(category_id);
    return category_id === null || (category !== undefined && accepts(category.kind, of.type));
  });
}

function byRule(
  outcome: Outcome | undefined,
  of: {
    type: EntryType;
    known: { categories: ReadonlyMap<Id, CategoryRow>; ruleNames: ReadonlyMap<Id, string> };
  },
): Proposal | undefined {
  const category = of.known.categories.get(outcome?.category_id ?? '');
  if (!outcome || !category || !accepts(category.kind, of.type)) return undefined;
  return {
    category_id: category.id,
    confidence: RULE_CONFIDENCE,
    code: 'rule',
    reason: `Your rule “${of.known.ruleNames.get(outcome.sorted_by ?? '') ?? ''}” says so.`,
  };
}

function byFile(
  entry: Unsorted,
  of: { type: EntryType; byName: ReadonlyMap<string, CategoryRow> },
): Proposal | undefined {
  const category = entry.file_category === undefined ? undefined : named(entry.file_category, of);
  if (!category) return undefined;
  return {
    category_id: category.id,
    confidence: FILE_CONFIDENCE,
    code: 'file',
    reason: `The file says "${entry.file_category ?? ''}".`,
  };
}

/** The category that a file means by a name, where one of the household's bears it and takes such entries. */
function named(
  name: string,
  of: { type: EntryType; byName: ReadonlyMap<string, CategoryRow> },
): CategoryRow | undefined {
  const category = of.byName.get(lastPart(name));
  return category && accepts(category.kind, of.type) ? category : undefined;
}

/** Categories by their names in English and te reo; the deepest one has a name that several bear. */
function namesOf(rows: readonly CategoryRow[]): Map<string, CategoryRow> {
  const names = new Map<string, CategoryRow>();
  for (const row of [...rows].sort((a, b) => a.depth - b.depth)) {
    for (const name of [row.name, row.name_mi ?? '']) if (name !== '') names.set(lastPart(name), row);
  }
  return names;
}

/** `Food & Dining: Groceries` and `Groceries` are one name: the last part counts. */
function lastPart(name: string): string {
  return nameKey(name.split(/[:>/]/).at(-1) ?? '');
}
