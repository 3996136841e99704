import type { Feature } from '../../platform/feature.ts';
import { jobs } from './patterns.jobs.ts';

export const patterns: Feature = { name: 'patterns', jobs };
