import type { Job } from '../../platform/feature.ts';
import { forgetDenied } from './standings.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'standings.forget', cron: '50 3 * * *', work: forgetDenied },
];
