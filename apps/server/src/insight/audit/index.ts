import type { Feature } from '../../platform/feature.ts';
import { routes } from './audit.routes.ts';

export const audit: Feature = {
  name: 'audit',
  routes,
  tables: ['audit_seals', 'audit_subjects'],
};
