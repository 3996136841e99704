import type { Job } from '../../platform/feature.ts';
import { deleteExpiredSteps } from './second-steps.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'second_steps.forget', cron: '55 * * * *', work: deleteExpiredSteps },
];
