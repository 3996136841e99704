import type { Feature } from '../../platform/feature.ts';
import { routes } from './balances.routes.ts';

export const balances: Feature = { name: 'balances', routes };
