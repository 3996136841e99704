import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { nameKey } from '@kinwise/engines/categorisation/names';
import { readCategoryNames, readHistory, readMerchantDefaults } from './proposals.store.ts';

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
};

/** `confidence` from 0 to 100; the reason is a sentence for people. */
export type Proposal = { readonly category_id: Id; readonly confidence: number; readonly reason: string };

/**
 * Makes a function that proposes categories from what the household did before. History and names are read once, so
 * that a file of a hundred thousand rows costs three queries.
 */
export async function proposer(ctx: HouseholdContext): Promise<(entry: Unsorted) => Proposal | undefined> {
  const [history, defaults, names] = await Promise.all([
    readHistory(ctx),
    readMerchantDefaults(ctx),
    readCategoryNames(ctx),
  ]);
  const counts = countsOf(history);
  const merchants = new Map(defaults.map((row) => [row.name_key, row]));
  const categories = namesOf(names);
  return (entry) => {
    const key = nameKey(entry.payee);
    const named = entry.file_category === undefined ? undefined : categories.get(plain(entry.file_category));
    if (named !== undefined) {
      return {
        category_id: named.id,
        confidence: 95,
        reason: `The file says "${entry.file_category ?? ''}".`,
      };
    }
    const merchant = merchants.get(key);
    if (merchant) {
      return {
        category_id: merchant.category_id,
        confidence: 95,
        reason: `The usual category of ${merchant.merchant}.`,
      };
    }
    return key === '' ? undefined : fromHistory(entry.payee, counts.get(key), names);
  };
}

type Count = { category_id: Id; entries: number };

function fromHistory(
  payee: string,
  counts: readonly Count[] | undefined,
  names: readonly { id: Id; name: string }[],
): Proposal | undefined {
  const [best] = counts ?? [];
  if (!counts || !best) return undefined;
  const total = counts.reduce((sum, count) => sum + count.entries, 0);
  // One entry is a hint, not a habit: with few of them the share is drawn towards a coin's toss.
  const confidence = Math.round((100 * (best.entries + 0.5)) / (total + 1));
  const name = names.find((one) => one.id === best.category_id)?.name ?? '';
  return {
    category_id: best.category_id,
    confidence,
    reason: `${best.entries} of ${total} ${payee} entries were ${name}.`,
  };
}

function countsOf(
  history: readonly { name_key: string; category_id: Id; entries: number }[],
): Map<string, Count[]> {
  const counts = new Map<string, Count[]>();
  for (const { name_key, category_id, entries } of history) {
    counts.set(name_key, [...(counts.get(name_key) ?? []), { category_id, entries }]);
  }
  for (const list of counts.values()) list.sort((a, b) => b.entries - a.entries);
  return counts;
}

function namesOf(rows: readonly { id: Id; name: string; name_mi: string | null }[]): Map<string, { id: Id }> {
  const names = new Map<string, { id: Id }>();
  for (const row of rows)
    for (const name of [row.name, row.name_mi ?? '']) if (name !== '') names.set(plain(name), row);
  return names;
}

/** `Food & Dining: Groceries` and `Groceries` are one name: the last part counts. */
function plain(name: string): string {
  return (name.split(/[:>/]/).at(-1) ?? '').trim().toLowerCase();
}
