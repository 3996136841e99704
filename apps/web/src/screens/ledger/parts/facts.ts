import type { Account, Category, Membership, Tag } from '@kinwise/api-client/schema';
import { useMemo } from 'react';
import { useLingui } from '@lingui/react';
import { useRows } from '../../../offline/hooks.tsx';

/** What entries name by id, at hand for a whole screen. */
export type LedgerFacts = {
  /** False until the local copy has been read once. */
  readonly ready: boolean;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly tags: ReadonlyMap<string, Tag>;
  /** Active members and former ones, by their user id. */
  readonly people: ReadonlyMap<string, Membership>;
  /** A category's name in the person's language, or undefined for an id that is not known. */
  readonly nameOf: (categoryId: string | null | undefined) => string | undefined;
};

export function useLedgerFacts(): LedgerFacts {
  const { i18n } = useLingui();
  const accounts = useRows('account');
  const categories = useRows('category');
  const tags = useRows('tag');
  const members = useRows('membership');
  const maori = i18n.locale.startsWith('mi');
  return useMemo(() => {
    const categoryMap = byId(categories);
    return {
      ready: accounts !== undefined && categories !== undefined,
      accounts: byId(accounts),
      categories: categoryMap,
      tags: byId(tags),
      people: new Map((members ?? []).map(({ row }) => [row.user_id, row])),
      nameOf: (id) => {
        const category = categoryMap.get(id ?? '');
        return category && nameIn(category, maori);
      },
    };
  }, [accounts, categories, tags, members, maori]);
}

/** Open accounts in their order, closed ones last where they are wanted. */
export function accountsInOrder(facts: LedgerFacts, closedToo = false): readonly Account[] {
  const wanted = [...facts.accounts.values()].filter((account) => closedToo || account.status !== 'closed');
  return wanted.sort(
    (left, right) =>
      Number(left.status === 'closed') - Number(right.status === 'closed') ||
      (left.order ?? 0) - (right.order ?? 0) ||
      left.name.localeCompare(right.name),
  );
}

/** A category with everything below it. */
export function withDescendants(
  categories: ReadonlyMap<string, Category>,
  ids: readonly string[],
): Set<string> {
  const wanted = new Set(ids);
  for (let grown = true; grown; ) {
    grown = false;
    for (const category of categories.values()) {
      if (category.parent_id === null || wanted.has(category.id) || !wanted.has(category.parent_id)) continue;
      wanted.add(category.id);
      grown = true;
    }
  }
  return wanted;
}

/** Living categories in the order of their tree, parents before their children. */
export function categoriesInOrder(categories: ReadonlyMap<string, Category>): readonly Category[] {
  const children = new Map<string | null, Category[]>();
  for (const category of categories.values()) {
    if (category.is_archived) continue;
    const parent =
      category.parent_id !== null && categories.has(category.parent_id) ? category.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), category]);
  }
  const ordered: Category[] = [];
  const walk = (parent: string | null) => {
    const own = children.get(parent) ?? [];
    for (const category of own.sort((left, right) => (left.order ?? 0) - (right.order ?? 0))) {
      ordered.push(category);
      walk(category.id);
    }
  };
  walk(null);
  return ordered;
}

export function nameIn(category: Pick<Category, 'name' | 'name_mi'>, maori: boolean): string {
  return (maori && category.name_mi) || category.name;
}

function byId<Row extends { id: string }>(
  rows: readonly { id: string; row: Row }[] | undefined,
): Map<string, Row> {
  return new Map((rows ?? []).map(({ id, row }) => [id, row]));
}
