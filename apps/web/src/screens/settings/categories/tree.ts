import type { Category } from '@kinwise/api-client/schema';
import { placeOf, type TreeNode } from '@kinwise/engines/categorisation/tree';

/** A category with its place in the tree, children behind their parents. */
export type Placed = {
  readonly category: Category;
  /** 1 at the top. */
  readonly depth: number;
  readonly parents: readonly Category[];
  readonly childCount: number;
};

/** The living tree as a flat list, siblings in their order. A category whose parent is gone stands at the top. */
export function flatten(categories: readonly Category[]): Placed[] {
  const living = categories.filter((one) => !one.is_archived);
  const known = new Set(living.map((one) => one.id));
  const children = new Map<string | null, Category[]>();
  for (const one of living) {
    const parent = one.parent_id !== null && known.has(one.parent_id) ? one.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const placed: Placed[] = [];
  const visit = (parent: string | null, parents: readonly Category[]) => {
    for (const category of (children.get(parent) ?? []).sort(byOrder)) {
      const childCount = children.get(category.id)?.length ?? 0;
      placed.push({ category, depth: parents.length + 1, parents, childCount });
      visit(category.id, [...parents, category]);
    }
  };
  visit(null, []);
  return placed;
}

/** Where a category may go: under which parents, by the same rules as on the server. `null` is the top. */
export function possibleParents(categories: readonly Category[], category: Category): (string | null)[] {
  const nodes = categories.map(asNode);
  const wishes = [null, ...flatten(categories).map((placed) => placed.category.id)];
  return wishes.filter(
    (parentId) =>
      parentId !== category.id && placeOf(nodes, { id: category.id, parentId, kind: category.kind }).ok,
  );
}

/** Under which parents a new category of a kind may stand. */
export function parentsForNew(categories: readonly Category[], kind: Category['kind']): (string | null)[] {
  const nodes = categories.map(asNode);
  const wishes = [null, ...flatten(categories).map((placed) => placed.category.id)];
  return wishes.filter((parentId) => placeOf(nodes, { parentId, kind }).ok);
}

/**
 * The new orders when a category moves one place up or down among its siblings; empty when there is no place. Only rows
 * whose order changes are named, so that little has to be sent.
 */
export function moved(
  categories: readonly Category[],
  id: string,
  step: -1 | 1,
): { id: string; order: number }[] {
  const category = categories.find((one) => one.id === id);
  if (!category) return [];
  const siblings = flatten(categories)
    .filter((placed) => (placed.parents.at(-1)?.id ?? null) === parentOf(categories, category))
    .map((placed) => placed.category);
  const at = siblings.findIndex((one) => one.id === id);
  const to = at + step;
  if (to < 0 || to >= siblings.length) return [];
  const next = [...siblings];
  next.splice(at, 1);
  next.splice(to, 0, category);
  return next.flatMap((one, index) => (one.order === index ? [] : [{ id: one.id, order: index }]));
}

/** The order of one that is put behind its new siblings. */
export function lastOrder(categories: readonly Category[], parentId: string | null): number {
  const orders = categories.filter((one) => one.parent_id === parentId).map((one) => one.order);
  return orders.length === 0 ? 0 : Math.max(...orders) + 1;
}

/** Which categories can take the entries of another: living ones of a kind that allows them, outside of its own branch. */
export function canTakeFrom(categories: readonly Category[], category: Category): Category[] {
  return flatten(categories)
    .filter(
      ({ category: one, parents }) => one.id !== category.id && !parents.some((up) => up.id === category.id),
    )
    .map((placed) => placed.category)
    .filter((one) => one.kind === 'both' || one.kind === category.kind);
}

function parentOf(categories: readonly Category[], category: Category): string | null {
  const parent = categories.find((one) => one.id === category.parent_id);
  return parent && !parent.is_archived ? parent.id : null;
}

function byOrder(left: Category, right: Category): number {
  return left.order - right.order || (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);
}

function asNode(category: Category): TreeNode {
  return {
    id: category.id,
    parent_id: category.parent_id,
    name: category.name,
    kind: category.kind,
    position: category.order,
    deleted: category.is_archived,
  };
}
