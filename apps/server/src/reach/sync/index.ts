import type { Feature } from '../../platform/feature.ts';
import { jobs } from './sync.jobs.ts';
import { routes } from './sync.routes.ts';

export const syncing: Feature = { name: 'sync', routes, jobs, tables: ['changes', 'change_counters'] };
