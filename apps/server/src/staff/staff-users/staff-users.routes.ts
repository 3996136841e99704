import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { listOf } from '../../platform/lists.ts';
import { staffRoute } from '../../platform/routes.ts';
import {
  accountPageSchema,
  accountSchema,
  accountsQuery,
  reasonSchema,
  tierSchema,
} from './staff-users.schema.ts';
import {
  giveTier,
  listAccounts,
  lock,
  requirePassword,
  showAccount,
  signOut,
  unlockByStaff,
} from './staff-users.ts';

const tag = 'Staff';
const act = { tag, method: 'POST', staff: 'manager', stepUp: true } as const;
const one = { params: z.object({ id }), body: reasonSchema, returns: accountPageSchema };

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/users/',
    staff: 'viewer',
    summary: 'Accounts, the newest first, by address, name, id or state',
    tag,
    query: accountsQuery,
    returns: listOf(accountSchema),
    work: async (ctx, { query }) => await listAccounts(ctx, query),
  }),
  staffRoute({
    method: 'GET',
    path: 'admin/users/:id/',
    staff: 'viewer',
    summary: 'How one account stands: verified, locked, factors, sessions, households',
    tag,
    params: z.object({ id }),
    returns: accountPageSchema,
    work: async (ctx, { params }) => await showAccount(ctx, params.id),
  }),
  staffRoute({
    ...act,
    ...one,
    path: 'admin/users/:id/lock/',
    summary: 'Lock an account: sessions end, API keys rest',
    work: async (ctx, { params, body }) => await lock(ctx, params.id, body.reason),
  }),
  staffRoute({
    ...act,
    ...one,
    path: 'admin/users/:id/unlock/',
    summary: 'Unlock an account, also after wrong passwords',
    work: async (ctx, { params, body }) => await unlockByStaff(ctx, params.id, body.reason),
  }),
  staffRoute({
    ...act,
    ...one,
    path: 'admin/users/:id/end-sessions/',
    summary: 'Sign somebody out everywhere',
    work: async (ctx, { params, body }) => await signOut(ctx, params.id, body.reason),
  }),
  staffRoute({
    ...act,
    ...one,
    body: tierSchema,
    path: 'admin/users/:id/tier/',
    summary: 'Let somebody make more calls, or as many as everybody',
    work: async (ctx, { params, body }) => await giveTier(ctx, params.id, body),
  }),
  staffRoute({
    ...act,
    ...one,
    path: 'admin/users/:id/require-new-password/',
    summary: 'Have somebody choose a new password at the next sign-in',
    work: async (ctx, { params, body }) => await requirePassword(ctx, params.id, body.reason),
  }),
];
