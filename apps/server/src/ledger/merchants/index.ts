import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { jobs } from './merchants.jobs.ts';
import { reactions } from './merchants.reactions.ts';
import { routes } from './merchants.routes.ts';
import { actionsOn, listMerchants } from './merchants.ts';

export const merchants: Feature = {
  name: 'merchants',
  routes,
  jobs,
  reactions,
  tables: ['merchants'],
  copies: [copiedWhole('merchant', 'transactions.view', listMerchants)],
  actions: { merchant: actionsOn },
};
