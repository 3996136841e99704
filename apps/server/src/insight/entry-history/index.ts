import type { Feature } from '../../platform/feature.ts';
import { routes } from './entry-history.routes.ts';

export const entryHistory: Feature = { name: 'entry-history', routes };
