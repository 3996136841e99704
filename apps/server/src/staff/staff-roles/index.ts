import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-roles.routes.ts';

export const staffRoles: Feature = { name: 'staff-roles', routes };
