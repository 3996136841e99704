import type { Feature } from '../../platform/feature.ts';
import { routes } from './app-locks.routes.ts';

export const appLocks: Feature = { name: 'app-locks', routes };
