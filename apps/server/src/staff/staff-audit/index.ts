import type { Feature } from '../../platform/feature.ts';
import { routes } from './staff-audit.routes.ts';

export const staffAudit: Feature = { name: 'staff-audit', routes };
