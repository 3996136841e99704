import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import {
  addAlias,
  addMerchant,
  changeMerchant,
  deleteMerchant,
  mergeMerchant,
  pageOfMerchants,
  removeAlias,
  showMerchant,
} from './merchants.ts';
import {
  aliasBodySchema,
  merchantChangeSchema,
  merchantListQuery,
  merchantListSchema,
  merchantSchema,
  mergeSchema,
  newMerchantSchema,
} from './merchants.schema.ts';

const tag = 'Merchants';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'merchants/',
    requires: 'transactions.view',
    summary: 'Merchants by name, with the names that banks write for them',
    tag,
    query: merchantListQuery,
    returns: merchantListSchema,
    work: async (ctx, { query }) => await pageOfMerchants(ctx, query),
  }),
  householdRoute({
    method: 'POST',
    path: 'merchants/',
    requires: 'categories.manage',
    summary: 'Make a merchant',
    tag,
    body: newMerchantSchema,
    status: 201,
    returns: merchantSchema,
    work: async (ctx, { body }) => await addMerchant(ctx, body),
  }),
  householdRoute({
    method: 'GET',
    path: 'merchants/:id/',
    requires: 'transactions.view',
    summary: 'One merchant',
    tag,
    params: one,
    returns: merchantSchema,
    work: async (ctx, { params }) => await showMerchant(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'merchants/:id/',
    requires: 'categories.manage',
    summary: 'Change a merchant',
    tag,
    params: one,
    body: merchantChangeSchema,
    returns: merchantSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeMerchant(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'merchants/:id/',
    requires: 'categories.manage',
    summary: 'Delete a merchant; its names stay with their entries',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await deleteMerchant(ctx, { id: params.id, ifVersion });
    },
  }),
  householdRoute({
    method: 'POST',
    path: 'merchants/:id/merge/',
    requires: 'categories.manage',
    summary: 'Give everything of a merchant to another one',
    tag,
    params: one,
    body: mergeSchema,
    returns: merchantSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await mergeMerchant(ctx, { id: params.id, ifVersion }, body.into_id),
  }),
  householdRoute({
    method: 'POST',
    path: 'merchants/:id/aliases/',
    requires: 'categories.manage',
    summary: 'Add a name that banks or people write for a merchant',
    tag,
    params: one,
    body: aliasBodySchema,
    status: 201,
    returns: merchantSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await addAlias(ctx, { id: params.id, ifVersion }, body.name),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'merchants/:id/aliases/:alias_id/',
    requires: 'categories.manage',
    summary: 'Take a name from a merchant',
    tag,
    params: z.object({ id, alias_id: id }),
    status: 200,
    returns: merchantSchema,
    work: async (ctx, { params, ifVersion }) =>
      await removeAlias(ctx, { id: params.id, ifVersion }, params.alias_id),
  }),
];
