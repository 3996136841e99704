import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './currencies.routes.ts';
import { listRates } from './currencies.ts';

export const currencies: Feature = {
  name: 'currencies',
  routes,
  tables: ['exchange_rates'],
  copies: [copiedWhole('exchange_rate', 'transactions.view', listRates)],
};
