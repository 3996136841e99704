import type { Feature } from '../../platform/feature.ts';
import { routes } from './security-history.routes.ts';

export const securityHistory: Feature = { name: 'security-history', routes };
