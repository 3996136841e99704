import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { reconcile } from './reconciliation.ts';
import { reconciledSchema, reconciliationSchema } from './reconciliation.schema.ts';

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'accounts/:id/reconcile/',
    requires: 'accounts.manage',
    summary: 'Hold the balance of a day against the bank’s',
    tag: 'Accounts',
    params: z.object({ id }),
    body: reconciliationSchema,
    returns: reconciledSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await reconcile(ctx, { id: params.id, ifVersion }, body),
  }),
];
