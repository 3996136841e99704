import type { Feature } from '../../platform/feature.ts';
import { routes } from './transfers.routes.ts';

export const transfers: Feature = { name: 'transfers', routes };
