import type { Feature } from '../../platform/feature.ts';
import { routes } from './category-usage.routes.ts';

export const categoryUsage: Feature = { name: 'category-usage', routes };
