import type { Job } from '../../platform/feature.ts';
import { deleteExpiredTokens } from './one-time.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'one_time.forget', cron: '10 3 * * *', work: deleteExpiredTokens },
];
