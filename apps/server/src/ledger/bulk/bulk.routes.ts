import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { transactionSchema } from '../register/register.schema.ts';
import { bulk, categorise, mergeTransactions } from './bulk.ts';
import {
  bulkAnswerSchema,
  bulkBodySchema,
  bulkQuerySchema,
  categorisedSchema,
  categoriseBodySchema,
  mergeBodySchema,
} from './bulk.schema.ts';

const tag = 'Transactions';

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'transactions/bulk/',
    requires: 'transactions.edit',
    summary: 'Up to 1,000 operations: all or nothing, or with atomic=false each by itself',
    tag,
    query: bulkQuerySchema,
    body: bulkBodySchema,
    returns: bulkAnswerSchema,
    work: async (ctx, { query, body }) => ({ results: await bulk(ctx, body.operations, query.atomic) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/merge/',
    requires: 'transactions.edit',
    summary: 'Merge two entries that are the same thing',
    tag,
    body: mergeBodySchema,
    returns: transactionSchema,
    work: async (ctx, { body }) => await mergeTransactions(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/:id/categorise/',
    requires: 'transactions.edit',
    summary: 'Give an entry, and if asked all others of its payee, a category',
    tag,
    params: z.object({ id }),
    body: categoriseBodySchema,
    returns: categorisedSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await categorise(ctx, { id: params.id, ifVersion }, body),
  }),
];
