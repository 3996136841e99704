import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { transactionSchema } from '../register/register.schema.ts';
import {
  changeTransaction,
  restoreTransaction,
  splitTransaction,
  tagTransaction,
  trashTransaction,
} from './transactions.ts';
import { splitsBodySchema, tagsBodySchema, transactionChangeSchema } from '../drafts/drafts.schema.ts';

const tag = 'Transactions';
const one = z.object({ id });
const nothing = z.strictObject({});

export const routes = [
  householdRoute({
    method: 'PATCH',
    path: 'transactions/:id/',
    requires: 'transactions.edit',
    summary: 'Change an entry',
    tag,
    params: one,
    body: transactionChangeSchema,
    returns: transactionSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeTransaction(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'transactions/:id/',
    requires: 'transactions.edit',
    summary: 'Put an entry into the trash, for 30 days',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await trashTransaction(ctx, { id: params.id, ifVersion });
    },
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/:id/restore/',
    requires: 'transactions.edit',
    summary: 'Take an entry back out of the trash',
    tag,
    params: one,
    body: nothing,
    returns: transactionSchema,
    work: async (ctx, { params }) => await restoreTransaction(ctx, params.id),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/:id/splits/',
    requires: 'transactions.edit',
    summary: 'Replace the splits of an entry; they sum to its amount, or there are none',
    tag,
    params: one,
    body: splitsBodySchema,
    returns: transactionSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await splitTransaction(ctx, { id: params.id, ifVersion }, body.splits),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/:id/tags/',
    requires: 'transactions.edit',
    summary: 'Add and take away tags of an entry',
    tag,
    params: one,
    body: tagsBodySchema,
    returns: transactionSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await tagTransaction(ctx, { id: params.id, ifVersion }, body),
  }),
];
