import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { newSavedSearchSchema, savedSearchChangeSchema, savedSearchSchema } from './saved-searches.schema.ts';
import {
  changeSavedSearch,
  deleteSavedSearch,
  listSavedSearches,
  saveSearch,
  showSavedSearch,
} from './saved-searches.ts';

const tag = 'Saved searches';
// Whoever may look at entries may keep a way of looking at them: there is no capability of its own.
const requires = 'transactions.view';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'saved-searches/',
    requires,
    summary: 'Your saved searches, by name',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: z.object({ results: z.array(savedSearchSchema) }),
    work: async (ctx) => ({ results: await listSavedSearches(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'saved-searches/',
    requires,
    summary: 'Keep filters under a name',
    tag,
    body: newSavedSearchSchema,
    returns: savedSearchSchema,
    status: 201,
    work: async (ctx, { body }) => await saveSearch(ctx, body),
  }),
  householdRoute({
    method: 'GET',
    path: 'saved-searches/:id/',
    requires,
    summary: 'One saved search',
    tag,
    params: one,
    returns: savedSearchSchema,
    work: async (ctx, { params }) => await showSavedSearch(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'saved-searches/:id/',
    requires,
    summary: 'Rename a saved search, or give it other filters',
    tag,
    params: one,
    body: savedSearchChangeSchema,
    returns: savedSearchSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeSavedSearch(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'saved-searches/:id/',
    requires,
    summary: 'Forget a saved search',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await deleteSavedSearch(ctx, { id: params.id, ifVersion });
    },
  }),
];
