import type { Feature } from '../../platform/feature.ts';
import { routes } from './reconciliation.routes.ts';

export const reconciliation: Feature = { name: 'reconciliation', routes };
