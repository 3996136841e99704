import { z } from 'zod';
import { householdRoute } from '../../platform/routes.ts';
import { transactionSchema } from '../register/register.schema.ts';
import { newTransactionSchema } from '../drafts/drafts.schema.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { addEntry, linkTransfer, suggestPairs, unlinkTransfer } from './transfers.ts';
import { linkBodySchema, pairSchema, suggestionsSchema, unlinkBodySchema } from './transfers.schema.ts';

const tag = 'Transactions';

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'transactions/',
    requires: 'transactions.create',
    summary: 'Add an entry, or both sides of a transfer',
    tag,
    body: newTransactionSchema,
    returns: transactionSchema,
    status: 201,
    work: async (ctx, { body }) => await addEntry(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/link-transfer/',
    requires: 'transactions.edit',
    summary: 'Link two opposite entries of different accounts as one transfer',
    tag,
    body: linkBodySchema,
    returns: pairSchema,
    work: async (ctx, { body }) => ({ results: await linkTransfer(ctx, body) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'transactions/unlink-transfer/',
    requires: 'transactions.edit',
    summary: 'Take a transfer apart',
    tag,
    body: unlinkBodySchema,
    returns: pairSchema,
    work: async (ctx, { body }) => ({ results: await unlinkTransfer(ctx, body.id) }),
  }),
  householdRoute({
    method: 'GET',
    path: 'transactions/suggest-transfers/',
    requires: 'transactions.view',
    summary: 'Pairs that look like transfers',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: suggestionsSchema,
    work: async (ctx) => ({ results: await suggestPairs(ctx) }),
  }),
];
