import type { Feature } from '../../platform/feature.ts';
import { routes } from './audit-export.routes.ts';

export const auditExport: Feature = { name: 'audit-export', routes };
