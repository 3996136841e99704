import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-users.routes.ts';

export const staffUsers: Feature = { name: 'staff-users', routes };
