import type { Feature } from '../../platform/feature.ts';
import { jobs } from './breaches.jobs.ts';

export const breaches: Feature = { name: 'breaches', jobs };
