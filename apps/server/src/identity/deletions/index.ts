import type { Feature } from '../../platform/feature.ts';
import { routes } from './deletions.routes.ts';

export const deletions: Feature = { name: 'deletions', routes };
