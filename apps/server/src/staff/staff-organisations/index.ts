import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-organisations.routes.ts';

export const staffOrganisations: Feature = { name: 'staff-organisations', routes };
