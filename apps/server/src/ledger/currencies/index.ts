import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './currencies.routes.ts';
import { listRates } from './currencies.ts';
import { rateSchema } from './currencies.schema.ts';

export const currencies: Feature = {
  name: 'currencies',
  routes,
  tables: ['exchange_rates'],
  copies: [
    copiedWhole({ entity: 'exchange_rate', row: rateSchema, requires: 'transactions.view', list: listRates }),
  ],
};
