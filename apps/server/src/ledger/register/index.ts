import type { Feature } from '../../platform/feature.ts';
import { routes } from './register.routes.ts';
import { transactionSchema } from './register.schema.ts';
import { copyPage, listTransactions, showTransaction, transactionsForCopy } from './register.ts';

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
  handsOut: [
    {
      entity: 'trashed_transaction',
      requires: 'transactions.view',
      copy: async (ctx, { after, limit }) => {
        const query = { deleted: true, sort: '-occurred_on', page_size: Math.min(limit, 100) } as const;
        const page = await listTransactions(ctx, { ...query, cursor: after });
        return { rows: page.results, after: page._meta.next_cursor ?? undefined };
      },
    },
  ],
  actions: { transaction: async (ctx, id) => (await showTransaction(ctx, id)).available_actions ?? [] },
};
