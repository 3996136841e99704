import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CATEGORIES } from './default-tree.ts';
import { DEPTH_MAX, below, flatTree, placeOf } from './tree.ts';
import type { TreeNode } from './tree.ts';

const kinds = fc.constantFrom('income' as const, 'expense' as const, 'both' as const);
const wishes = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'move', 'kind'),
    which: fc.nat({ max: 30 }),
    under: fc.option(fc.nat({ max: 30 }), { nil: null }),
    kind: kinds,
  }),
  { maxLength: 60 },
);

/** Does what is wished, as far as the tree allows it. */
function grown(
  steps: readonly { what: string; which: number; under: number | null; kind: TreeNode['kind'] }[],
) {
  let nodes: TreeNode[] = [];
  for (const step of steps) {
    const parentId = step.under === null ? null : (nodes[step.under]?.id ?? null);
    const old = nodes[step.which];
    if (step.what === 'add' || !old) {
      if (!placeOf(nodes, { parentId, kind: step.kind }).ok) continue;
      const id = `c${nodes.length}`;
      nodes.push({ id, parent_id: parentId, name: id, kind: step.kind, position: 0, deleted: false });
      continue;
    }
    const wish =
      step.what === 'move'
        ? { id: old.id, parentId, kind: old.kind }
        : { id: old.id, parentId: old.parent_id, kind: step.kind };
    if (!placeOf(nodes, wish).ok) continue;
    nodes = nodes.map((node) =>
      node === old ? { ...old, parent_id: wish.parentId, kind: wish.kind } : node,
    );
  }
  return nodes;
}

describe('the tree of categories', () => {
  it('never holds a circle, a fourth level or a kind that its parent does not allow', () => {
    fc.assert(
      fc.property(wishes, (steps) => {
        const nodes = grown(steps);
        const flat = flatTree(nodes);
        // Whoever stands in a circle would not be reached from the top.
        expect(flat).toHaveLength(nodes.length);
        const byId = new Map(nodes.map((node) => [node.id, node]));
        for (const { node, depth } of flat) {
          expect(depth).toBeLessThanOrEqual(DEPTH_MAX);
          const parent = byId.get(node.parent_id ?? '');
          if (parent) expect(['both', node.kind]).toContain(parent.kind);
          expect(below(nodes, node.id)).not.toContain(node.id);
        }
      }),
    );
  });

  it('lists parents before children, and siblings by position and then by name', () => {
    const node = (id: string, parent_id: string | null, position: number): TreeNode => {
      return { id, parent_id, name: id, kind: 'expense', position, deleted: false };
    };
    const flat = flatTree([node('b', null, 1), node('b2', 'b', 2), node('b1', 'b', 2), node('a', null, 2)]);
    expect(flat.map((row) => `${row.depth} ${row.path}`)).toEqual(['1 b', '2 b › b1', '2 b › b2', '1 a']);
  });

  it('begins with defaults whose keys are unique and whose parents come first', () => {
    const keys = DEFAULT_CATEGORIES.map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, row] of DEFAULT_CATEGORIES.entries()) {
      if (row.parentKey !== undefined) expect(keys.indexOf(row.parentKey)).toBeLessThan(index);
      expect(row.name).toBe(row.name.normalize('NFC'));
      expect(row.icon).toMatch(/^[a-z0-9-]+$/);
    }
  });
});
