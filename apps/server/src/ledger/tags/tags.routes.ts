import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { addTag, changeTag, deleteTag, listTags, showTag } from './tags.ts';
import { newTagSchema, tagChangeSchema, tagSchema } from './tags.schema.ts';

const tag = 'Tags';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'tags/',
    requires: 'transactions.view',
    summary: 'All tags, by name',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: z.object({ results: z.array(tagSchema) }),
    work: async (ctx) => ({ results: await listTags(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'tags/',
    requires: 'categories.manage',
    summary: 'Make a tag',
    tag,
    body: newTagSchema,
    returns: tagSchema,
    status: 201,
    work: async (ctx, { body }) => await addTag(ctx, body),
  }),
  householdRoute({
    method: 'GET',
    path: 'tags/:id/',
    requires: 'transactions.view',
    summary: 'One tag',
    tag,
    params: one,
    returns: tagSchema,
    work: async (ctx, { params }) => await showTag(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'tags/:id/',
    requires: 'categories.manage',
    summary: 'Change a tag',
    tag,
    params: one,
    body: tagChangeSchema,
    returns: tagSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeTag(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'tags/:id/',
    requires: 'categories.manage',
    summary: 'Delete a tag',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await deleteTag(ctx, { id: params.id, ifVersion });
    },
  }),
];
