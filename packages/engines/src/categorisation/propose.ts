/**
 * Proposes a category from what the household did before: its merchants' default categories, then how it sorted the
 * same payee, then names that resemble it. Each proposal says how sure it is and why.
 */
import type { Id } from '@kinwise/core/ids';
import type { CategoryKind } from './default-tree.ts';
import { nameKey, stemOf, tokensOf } from './names.ts';
import { accepts } from './tree.ts';

export type EntryType = 'income' | 'expense';

/** How often entries of a payee went to a category. */
export type PayeeCount = {
  /** As `nameKey` makes it. */
  readonly key: string;
  readonly name: string;
  readonly merchant_id: Id | null;
  readonly type: EntryType;
  readonly category_id: Id;
  readonly entries: number;
};

/** What a household knows: small enough to be read once for a whole file. */
export type History = {
  readonly categories: readonly { readonly id: Id; readonly name: string; readonly kind: CategoryKind }[];
  readonly merchants: readonly {
    readonly id: Id;
    readonly name: string;
    readonly default_category_id: Id | null;
  }[];
  /** Payees of merchants, so that a merchant's default reaches names that were never sorted. */
  readonly aliases: readonly { readonly key: string; readonly merchant_id: Id }[];
  readonly counts: readonly PayeeCount[];
};

export type ProposalCode =
  | 'rule'
  | 'merchant_default'
  | 'payee_history'
  | 'merchant_history'
  | 'similar_payees'
  | 'shared_word';

export type Proposal = {
  readonly category_id: Id;
  /** 0 to 100: how likely it is right. */
  readonly confidence: number;
  readonly code: ProposalCode;
  /** A sentence for whoever sees the proposal. */
  readonly reason: string;
};

/** Below this it is a guess, and no proposal. */
export const CONFIDENCE_MIN = 40;

/** A choice that the household wrote down is only wrong when the merchant sells several kinds of things. */
const DEFAULT_CONFIDENCE = 95;

/**
 * One and a half of two in advance: after one entry of a payee the next one is like it five times out of six, after
 * three alike nine times out of ten.
 */
const PRIOR = { right: 1.5, all: 2 };

/** How much less a resemblance is worth than the payee itself. */
const WEIGHTS: Readonly<Record<Exclude<ProposalCode, 'rule' | 'merchant_default'>, number>> = {
  payee_history: 1,
  merchant_history: 0.97,
  similar_payees: 0.9,
  shared_word: 0.75,
};

/** Money that comes back from a shop mostly belongs where it went out from, but not as surely. */
const REFUND = 0.8;

/** A word has to have been seen a few times before it speaks for a category. */
const WORD_MIN = 3;

/** Prepares the history once; the answer is asked for each entry and takes some microseconds. */
export function makeProposer(
  history: History,
): (entry: { payee: string; type: EntryType }) => Proposal | undefined {
  const known = new Known(history);
  return ({ payee, type }) => {
    const key = nameKey(payee);
    if (key === '') return undefined;
    const merchant = known.merchantOf(key);
    const byDefault = merchant && known.byDefault(merchant, type);
    if (byDefault) return byDefault;
    const stem = stemOf(payee);
    const candidates = [
      known.from(known.payees.get(key), { type, code: 'payee_history' }),
      merchant && known.from(known.merchants.get(merchant), { type, code: 'merchant_history' }),
      stem === '' ? undefined : known.from(known.stems.get(stem), { type, code: 'similar_payees', stem }),
      ...tokensOf(payee).map((word) =>
        known.from(known.words.get(word), { type, code: 'shared_word', stem: word }),
      ),
    ];
    let best: Proposal | undefined;
    for (const one of candidates) if (one && one.confidence > (best?.confidence ?? 0)) best = one;
    return best && best.confidence >= CONFIDENCE_MIN ? best : undefined;
  };
}

/** How often something went to each category, by the direction of the money. */
type Tally = { name: string; sums: Record<EntryType, Map<Id, number>> };

class Known {
  readonly payees = new Map<string, Tally>();
  readonly merchants = new Map<Id, Tally>();
  readonly stems = new Map<string, Tally>();
  readonly words = new Map<string, Tally>();
  private readonly categories: Map<Id, History['categories'][number]>;
  private readonly merchantRows: Map<Id, History['merchants'][number]>;
  private readonly merchantByKey = new Map<string, Id>();

  constructor(history: History) {
    this.categories = new Map(history.categories.map((category) => [category.id, category]));
    this.merchantRows = new Map(history.merchants.map((merchant) => [merchant.id, merchant]));
    for (const { id, name } of history.merchants) this.merchantByKey.set(nameKey(name), id);
    for (const { key, merchant_id } of history.aliases) this.merchantByKey.set(key, merchant_id);
    for (const count of history.counts) this.take(count);
  }

  merchantOf(key: string): Id | undefined {
    return this.merchantByKey.get(key);
  }

  byDefault(merchantId: Id, type: EntryType): Proposal | undefined {
    const merchant = this.merchantRows.get(merchantId);
    const category = this.categories.get(merchant?.default_category_id ?? '');
    if (!merchant || !category || !accepts(category.kind, type)) return undefined;
    return {
      category_id: category.id,
      confidence: DEFAULT_CONFIDENCE,
      code: 'merchant_default',
      reason: `${merchant.name} goes to ${category.name}.`,
    };
  }

  from(
    tally: Tally | undefined,
    as: { type: EntryType; code: keyof typeof WEIGHTS; stem?: string },
  ): Proposal | undefined {
    if (!tally) return undefined;
    const refund = as.type === 'income' && tally.sums.income.size === 0;
    const sums = tally.sums[refund ? 'expense' : as.type];
    let top: Id | undefined;
    let right = 0;
    let all = 0;
    for (const [id, entries] of sums) {
      const category = this.categories.get(id);
      if (!category || !accepts(category.kind, as.type)) continue;
      all += entries;
      if (entries > right || (entries === right && top !== undefined && id < top))
        [top, right] = [id, entries];
    }
    const category = top === undefined ? undefined : this.categories.get(top);
    if (!category || (as.code === 'shared_word' && all < WORD_MIN)) return undefined;
    const likely = (right + PRIOR.right) / (all + PRIOR.all);
    return {
      category_id: category.id,
      confidence: Math.round(100 * likely * WEIGHTS[as.code] * (refund ? REFUND : 1)),
      code: as.code,
      reason: reasonFor({ right, all, category: category.name }, as, tally.name),
    };
  }

  private take(count: PayeeCount): void {
    add(this.payees, { key: count.key, name: count.name }, count);
    const merchant = count.merchant_id === null ? undefined : this.merchantRows.get(count.merchant_id);
    if (merchant) add(this.merchants, { key: merchant.id, name: merchant.name }, count);
    const tokens = tokensOf(count.name);
    if (tokens.length === 0) return;
    const stem = tokens.join(' ');
    add(this.stems, { key: stem, name: stem }, count);
    // One busy payee must not speak for every name with a word in common.
    const few = { ...count, entries: Math.min(count.entries, WORD_MIN) };
    for (const word of new Set(tokens)) if (word.length > 2) add(this.words, { key: word, name: word }, few);
  }
}

function add<Key>(tallies: Map<Key, Tally>, at: { key: Key; name: string }, count: PayeeCount): void {
  const { key, name } = at;
  let tally = tallies.get(key);
  if (!tally) {
    tally = { name, sums: { income: new Map(), expense: new Map() } };
    tallies.set(key, tally);
  }
  const sums = tally.sums[count.type];
  sums.set(count.category_id, (sums.get(count.category_id) ?? 0) + count.entries);
}

function reasonFor(
  found: { right: number; all: number; category: string },
  as: { code: ProposalCode; stem?: string },
  name: string,
): string {
  const { right, all, category } = found;
  const noun = all === 1 ? 'entry' : 'entries';
  const which =
    as.code === 'similar_payees'
      ? `${noun} like “${as.stem ?? name}”`
      : as.code === 'shared_word'
        ? `${noun} with “${as.stem ?? name}”`
        : `${name} ${noun}`;
  return all === 1 ? `The one ${which} was ${category}.` : `${right} of ${all} ${which} were ${category}.`;
}
