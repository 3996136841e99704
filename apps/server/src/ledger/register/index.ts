import type { Feature } from '../../platform/feature.ts';
import { routes } from './register.routes.ts';
import { transactionSchema } from './register.schema.ts';
import { copyPage, showTransaction, transactionsForCopy } from './register.ts';

/** The list of entries: reading only. What changes entries is in `transactions` and its neighbours. */
export const register: Feature = {
  name: 'register',
  routes,
  copies: [
    {
      entity: 'transaction',
      row: transactionSchema,
      requires: 'transactions.view',
      copy: copyPage,
      byIds: transactionsForCopy,
    },
  ],
  actions: { transaction: async (ctx, id) => (await showTransaction(ctx, id)).available_actions ?? [] },
};
