import type { Job } from '../../platform/feature.ts';
import { deleteExpiredChallenges } from './passkeys.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'passkeys.forget_challenges', cron: '50 * * * *', work: deleteExpiredChallenges },
];
