import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { categorySchema } from '../categories/categories.schema.ts';
import { deleteCategory, mergeCategory } from './category-moves.ts';
import { deleteQuery, mergeSchema } from './category-moves.schema.ts';

const tag = 'Categories';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'categories/:id/merge/',
    requires: 'categories.manage',
    summary: 'Give everything of a category to another one',
    tag,
    params: one,
    body: mergeSchema,
    returns: categorySchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await mergeCategory(ctx, { id: params.id, ifVersion }, body.into_id),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'categories/:id/',
    requires: 'categories.manage',
    summary: 'Delete a category; its history stays readable',
    tag,
    params: one,
    query: deleteQuery,
    status: 204,
    work: async (ctx, { params, query, ifVersion }) => {
      await deleteCategory(ctx, { id: params.id, ifVersion }, query.reassign_to);
    },
  }),
];
