/** The tree of categories: at most three levels, no circles (invariant 6), and each kind below a kind that allows it. */
import type { Id } from '@kinwise/core/ids';
import type { CategoryKind } from './default-tree.ts';

export const DEPTH_MAX = 3;

/** A category as far as the tree is concerned. */
export type TreeNode = {
  readonly id: Id;
  readonly parent_id: Id | null;
  readonly name: string;
  readonly kind: CategoryKind;
  readonly position: number;
  /** Deleted ones stay in the tree for the sake of their history, and bind nobody. */
  readonly deleted: boolean;
};

export type Placed<Node> = { readonly node: Node; readonly depth: number; readonly path: string };

/** What stands between the names of a path: `Food & Dining › Groceries`. */
export const PATH_MARK = ' › ';

/** The tree as a flat list: parents before their children, siblings by position and then by name. */
export function flatTree<Node extends TreeNode>(nodes: readonly Node[]): Placed<Node>[] {
  const children = childrenOf(nodes);
  const flat: Placed<Node>[] = [];
  const visit = (parent: Id | null, depth: number, before: string): void => {
    for (const node of children.get(parent) ?? []) {
      const path = before === '' ? node.name : `${before}${PATH_MARK}${node.name}`;
      flat.push({ node, depth, path });
      visit(node.id, depth + 1, path);
    }
  };
  visit(null, 1, '');
  return flat;
}

/** The ids of everything below a category, parents first. */
export function below(nodes: readonly TreeNode[], id: Id): Id[] {
  const children = childrenOf(nodes);
  const found: Id[] = [];
  const queue: Id[] = [id];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const child of children.get(at) ?? []) {
      found.push(child.id);
      queue.push(child.id);
    }
  }
  return found;
}

export type PlaceProblem = 'parent_unknown' | 'parent_deleted' | 'cycle' | 'too_deep' | 'kind_clash';

export type Place = { ok: true; depth: number } | { ok: false; problem: PlaceProblem; message: string };

/**
 * Where a category would stand under a parent. `id` is absent for a new one; for one that moves or changes its kind,
 * its children come along and have to fit too.
 */
export function placeOf(
  nodes: readonly TreeNode[],
  wish: { id?: Id | undefined; parentId: Id | null; kind: CategoryKind },
): Place {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const living = nodes.filter((node) => !node.deleted);
  const family = wish.id === undefined ? [] : below(living, wish.id);
  const clash = family.map((id) => byId.get(id)).find((child) => child && !fits(child.kind, wish.kind));
  if (clash) {
    return refuse(
      'kind_clash',
      `"${clash.name}" below it is for ${clash.kind}. Change or move that one first.`,
    );
  }
  if (wish.parentId === null) return { ok: true, depth: 1 };
  const parent = byId.get(wish.parentId);
  if (!parent) return refuse('parent_unknown', 'There is no such parent category in this household.');
  if (parent.deleted) return refuse('parent_deleted', `"${parent.name}" is deleted. Restore it first.`);
  if (wish.parentId === wish.id || family.includes(wish.parentId)) {
    return refuse('cycle', 'A category cannot stand below itself.');
  }
  if (!fits(wish.kind, parent.kind)) {
    return refuse(
      'kind_clash',
      `"${parent.name}" is for ${parent.kind}, so that everything below it is too.`,
    );
  }
  const depth = depthOf(byId, parent) + 1;
  const height = wish.id === undefined ? 0 : heightOf(living, wish.id);
  if (depth + height > DEPTH_MAX) {
    return refuse(
      'too_deep',
      `Categories have at most ${DEPTH_MAX} levels; here it would be level ${depth + height}.`,
    );
  }
  return { ok: true, depth };
}

/** Whether a category of a kind may stand below one of another kind, or its entries move there. */
export function fits(kind: CategoryKind, into: CategoryKind): boolean {
  return into === 'both' || kind === into;
}

/**
 * Whether an entry may be in a category. Money that comes back from a shop belongs to the category it was spent in, so
 * that only an income category is particular.
 */
export function accepts(kind: CategoryKind, type: 'income' | 'expense'): boolean {
  return kind !== 'income' || type === 'income';
}

function childrenOf<Node extends TreeNode>(nodes: readonly Node[]): Map<Id | null, Node[]> {
  const children = new Map<Id | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parent_id);
    if (siblings) siblings.push(node);
    else children.set(node.parent_id, [node]);
  }
  for (const siblings of children.values()) {
    siblings.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
  return children;
}

function depthOf(byId: ReadonlyMap<Id, TreeNode>, node: TreeNode): number {
  let depth = 1;
  for (let at = node.parent_id; at !== null && depth <= DEPTH_MAX; at = byId.get(at)?.parent_id ?? null)
    depth += 1;
  return depth;
}

/** Levels below a category: 0 for one without children. */
function heightOf(nodes: readonly TreeNode[], id: Id): number {
  const children = nodes.filter((node) => node.parent_id === id);
  return children.reduce((height, child) => Math.max(height, 1 + heightOf(nodes, child.id)), 0);
}

function refuse(problem: PlaceProblem, message: string): Place {
  return { ok: false, problem, message };
}
