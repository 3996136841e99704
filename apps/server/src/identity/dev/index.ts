import type { Feature } from '../../platform/feature.ts';
import { routes } from './dev.routes.ts';

export const dev: Feature = { name: 'dev', routes };
