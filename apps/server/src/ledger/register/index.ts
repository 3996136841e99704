import type { Feature } from '../../platform/feature.ts';
import { routes } from './register.routes.ts';
import { showTransaction } from './register.ts';

/** The list of entries: reading only. What changes entries is in `transactions` and its neighbours. */
export const register: Feature = {
  name: 'register',
  routes,
  actions: { transaction: async (ctx, id) => (await showTransaction(ctx, id)).available_actions ?? [] },
};
