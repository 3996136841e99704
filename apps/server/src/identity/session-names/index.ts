import type { Feature } from '../../platform/feature.ts';
import { routes } from './session-names.routes.ts';

export const sessionNames: Feature = { name: 'session-names', routes };
