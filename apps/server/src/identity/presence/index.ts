import type { Feature } from '../../platform/feature.ts';
import { routes } from './presence.routes.ts';

export const presence: Feature = { name: 'presence', routes };
