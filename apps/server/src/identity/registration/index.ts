import type { Feature } from '../../platform/feature.ts';
import { jobs } from './registration.jobs.ts';
import { routes } from './registration.routes.ts';

export const registration: Feature = { name: 'registration', routes, jobs };
