import type { Feature } from '../../platform/feature.ts';
import { routes } from './permissions.routes.ts';

export const permissions: Feature = { name: 'permissions', routes };
