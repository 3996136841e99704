import type { Feature } from '../../platform/feature.ts';
import { routes } from './organisation-totals.routes.ts';

export const organisationTotals: Feature = { name: 'organisation-totals', routes };
