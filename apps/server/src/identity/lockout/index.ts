import type { Feature } from '../../platform/feature.ts';
import { jobs } from './lockout.jobs.ts';
import { routes } from './lockout.routes.ts';

export const lockout: Feature = { name: 'lockout', routes, jobs };
