import type { Feature } from '../../platform/feature.ts';
import { routes } from './analytics.routes.ts';

export const analytics: Feature = { name: 'analytics', routes };
