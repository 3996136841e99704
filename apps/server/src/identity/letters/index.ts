import type { Feature } from '../../platform/feature.ts';
import { jobs } from './letters.jobs.ts';

export const letters: Feature = { name: 'letters', jobs, tables: ['sent_letters'] };
