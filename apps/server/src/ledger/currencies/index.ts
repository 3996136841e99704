import type { Feature } from '../../platform/feature.ts';
import { routes } from './currencies.routes.ts';

export const currencies: Feature = { name: 'currencies', routes, tables: ['exchange_rates'] };
