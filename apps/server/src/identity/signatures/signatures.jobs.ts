import type { Job } from '../../platform/feature.ts';
import { deleteExpiredNonces } from './signatures.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'signatures.forget_nonces', cron: '*/15 * * * *', work: deleteExpiredNonces },
];
