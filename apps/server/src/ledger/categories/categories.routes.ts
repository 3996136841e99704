import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import {
  addCategory,
  changeCategory,
  showTree,
  reorderCategories,
  restoreCategory,
  showCategory,
} from './categories.ts';
import {
  categoriesSchema,
  categoryChangeSchema,
  categoryListQuery,
  categorySchema,
  newCategorySchema,
  reorderSchema,
} from './categories.schema.ts';

const tag = 'Categories';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'categories/',
    requires: 'transactions.view',
    summary: 'The tree of categories as a flat list, parents first',
    tag,
    query: categoryListQuery,
    returns: categoriesSchema,
    work: async (ctx, { query }) => ({ results: await showTree(ctx, query) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'categories/',
    requires: 'categories.manage',
    summary: 'Make a category',
    tag,
    body: newCategorySchema,
    returns: categorySchema,
    status: 201,
    work: async (ctx, { body }) => await addCategory(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'categories/reorder/',
    requires: 'categories.manage',
    summary: 'Put categories in an order',
    tag,
    body: reorderSchema,
    returns: categoriesSchema,
    work: async (ctx, { body }) => ({ results: await reorderCategories(ctx, body.ids) }),
  }),
  householdRoute({
    method: 'GET',
    path: 'categories/:id/',
    requires: 'transactions.view',
    summary: 'One category, deleted or not',
    tag,
    params: one,
    returns: categorySchema,
    work: async (ctx, { params }) => await showCategory(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'categories/:id/',
    requires: 'categories.manage',
    summary: 'Change a category, or move it with everything below it',
    tag,
    params: one,
    body: categoryChangeSchema,
    returns: categorySchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeCategory(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'categories/:id/restore/',
    requires: 'categories.manage',
    summary: 'Take a deleted category back',
    tag,
    params: one,
    returns: categorySchema,
    work: async (ctx, { params, ifVersion }) => await restoreCategory(ctx, { id: params.id, ifVersion }),
  }),
];
