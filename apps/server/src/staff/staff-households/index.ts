import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-households.routes.ts';

export const staffHouseholds: Feature = { name: 'staff-households', routes };
