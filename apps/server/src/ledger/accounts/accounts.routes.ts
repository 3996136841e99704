import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { accountChangeSchema, accountSchema, newAccountSchema } from './accounts.schema.ts';
import { addAccount, changeAccount, deleteAccount, listAccounts, showAccount } from './accounts.ts';

const tag = 'Accounts';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'accounts/',
    requires: 'accounts.view',
    summary: 'All accounts, in their order',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: z.object({ results: z.array(accountSchema) }),
    work: async (ctx) => ({ results: await listAccounts(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'accounts/',
    requires: 'accounts.manage',
    summary: 'Add an account',
    tag,
    body: newAccountSchema,
    returns: accountSchema,
    status: 201,
    work: async (ctx, { body }) => await addAccount(ctx, body),
  }),
  householdRoute({
    method: 'GET',
    path: 'accounts/:id/',
    requires: 'accounts.view',
    summary: 'One account',
    tag,
    params: one,
    returns: accountSchema,
    work: async (ctx, { params }) => await showAccount(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'accounts/:id/',
    requires: 'accounts.manage',
    summary: 'Change an account',
    tag,
    params: one,
    body: accountChangeSchema,
    returns: accountSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeAccount(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'accounts/:id/',
    requires: 'accounts.manage',
    summary: 'Delete an account that has no entries',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await deleteAccount(ctx, { id: params.id, ifVersion });
    },
  }),
];
