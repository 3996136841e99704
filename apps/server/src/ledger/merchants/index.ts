import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { jobs } from './merchants.jobs.ts';
import { reactions } from './merchants.reactions.ts';
import { routes } from './merchants.routes.ts';
import { actionsOn, listMerchants } from './merchants.ts';
import { merchantSchema } from './merchants.schema.ts';

export const merchants: Feature = {
  name: 'merchants',
  routes,
  jobs,
  reactions,
  tables: ['merchants'],
  copies: [
    copiedWhole({
      entity: 'merchant',
      row: merchantSchema,
      requires: 'transactions.view',
      list: listMerchants,
    }),
  ],
  actions: { merchant: actionsOn },
};
