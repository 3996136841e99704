import type { Feature } from '../../platform/feature.ts';
import { routes } from './default-categories.routes.ts';
import { seedCategories } from './default-categories.ts';

export const defaultCategories: Feature = {
  name: 'default-categories',
  routes,
  onHouseholdCreated: seedCategories,
};
