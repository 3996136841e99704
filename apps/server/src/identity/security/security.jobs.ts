import type { Job } from '../../platform/feature.ts';
import { forgetRaised } from './security.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'security.forget_raised', cron: '50 3 * * *', work: forgetRaised },
];
