import type { Feature } from '../../platform/feature.ts';
import { routes } from './strength.routes.ts';

export const strength: Feature = { name: 'strength', routes };
