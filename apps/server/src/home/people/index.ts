import type { Feature } from '../../platform/feature.ts';
import { jobs } from './people.jobs.ts';
import { routes } from './people.routes.ts';

export const people: Feature = { name: 'people', routes, jobs };
