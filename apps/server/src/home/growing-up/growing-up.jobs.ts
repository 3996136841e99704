import type { Job } from '../../platform/feature.ts';
import { deleteExpired } from './growing-up.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'growing_ups.forget', cron: '45 3 * * *', work: deleteExpired },
];
