import type { Job } from '../../platform/feature.ts';
import { lookForPatterns } from './patterns.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'patterns.look', cron: '*/5 * * * *', work: lookForPatterns },
];
