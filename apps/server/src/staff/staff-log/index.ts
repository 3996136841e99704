import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-log.routes.ts';

export const staffLog: Feature = { name: 'staff-log', routes };
