import type { Feature } from '../../platform/feature.ts';
import { routes } from './organisation-homes.routes.ts';

export const organisationHomes: Feature = {
  name: 'organisation-homes',
  routes,
  tables: ['organisation_homes'],
};
