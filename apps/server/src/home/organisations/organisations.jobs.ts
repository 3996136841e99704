import type { Job } from '../../platform/feature.ts';
import { forgetInvitations } from './organisations.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'organisations.forget', cron: '35 3 * * *', work: forgetInvitations },
];
