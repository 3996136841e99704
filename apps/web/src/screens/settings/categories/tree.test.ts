import type { Category } from '@kinwise/api-client/schema';
import { describe, expect, it } from 'vitest';
import { canTakeFrom, flatten, lastOrder, moved, parentsForNew, possibleParents } from './tree.ts';

function category(id: string, more: Partial<Category> = {}): Category {
  return {
    id,
    version: 1,
    parent_id: null,
    name: id,
    name_mi: null,
    kind: 'expense',
    icon: '',
    colour: '',
    order: 0,
    depth: 1,
    path: id,
    is_default: false,
    is_archived: false,
    transactions_count: 0,
    created_at: '2026-11-22T00:00:00.000Z',
    updated_at: '2026-11-22T00:00:00.000Z',
    available_actions: [],
    ...more,
  };
}

const TREE = [
  category('food', { order: 1 }),
  category('home', { order: 0 }),
  category('groceries', { parent_id: 'food', order: 0 }),
  category('market', { parent_id: 'groceries', order: 0 }),
  category('cafes', { parent_id: 'food', order: 1 }),
  category('pay', { kind: 'income', order: 2 }),
  category('old', { is_archived: true, order: 3 }),
  category('orphan', { parent_id: 'old', order: 4 }),
];

describe('the tree of categories', () => {
  it('stands as a list, children behind their parents, without deleted ones', () => {
    expect(flatten(TREE).map((one) => `${one.depth} ${one.category.id}`)).toEqual([
      '1 home',
      '1 food',
      '2 groceries',
      '3 market',
      '2 cafes',
      '1 pay',
      '1 orphan',
    ]);
  });

  it('never lets a category move below itself, too deep, or under another kind', () => {
    const food = TREE[0] as Category;
    expect(possibleParents(TREE, food)).toEqual([null]);
    const cafes = TREE[4] as Category;
    expect(possibleParents(TREE, cafes)).toEqual([null, 'home', 'food', 'groceries', 'orphan']);
  });

  it('offers a new category the parents that have room and fit its kind', () => {
    expect(parentsForNew(TREE, 'income')).toEqual([null, 'pay']);
    expect(parentsForNew(TREE, 'expense')).not.toContain('market');
  });

  it('moves one place up and names only what changes', () => {
    expect(moved(TREE, 'cafes', -1)).toEqual([
      { id: 'cafes', order: 0 },
      { id: 'groceries', order: 1 },
    ]);
    expect(moved(TREE, 'groceries', -1)).toEqual([]);
    expect(moved(TREE, 'cafes', 1)).toEqual([]);
  });

  it('counts its new place behind all siblings', () => {
    expect(lastOrder(TREE, 'food')).toBe(2);
    expect(lastOrder(TREE, 'market')).toBe(0);
  });

  it('hands entries only to living categories of a fitting kind outside of its own branch', () => {
    const food = TREE[0] as Category;
    expect(canTakeFrom(TREE, food).map((one) => one.id)).toEqual(['home', 'orphan']);
  });
});
