import type { Job } from '../../platform/feature.ts';
import { deleteExpiredArrivals } from './oidc.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'oidc.forget', cron: '55 * * * *', work: deleteExpiredArrivals },
];
