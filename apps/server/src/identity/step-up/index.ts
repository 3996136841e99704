import type { Feature } from '../../platform/feature.ts';
import { routes } from './step-up.routes.ts';

export const stepUp: Feature = { name: 'step-up', routes };
