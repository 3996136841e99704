import type { Job } from '../../platform/feature.ts';
import { deleteSpent } from './email-changes.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'email_changes.forget', cron: '35 3 * * *', work: deleteSpent },
];
