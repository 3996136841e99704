import type { Feature } from '../../platform/feature.ts';
import { routes } from './factors.routes.ts';

export const factors: Feature = { name: 'factors', routes };
