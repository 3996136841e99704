import type { Feature } from '../../platform/feature.ts';
import { routes } from './csrf.routes.ts';

export const csrf: Feature = { name: 'csrf', routes };
