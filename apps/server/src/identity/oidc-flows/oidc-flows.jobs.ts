import type { Job } from '../../platform/feature.ts';
import { deleteExpiredFlows } from './oidc-flows.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'oidc-flows.forget', cron: '55 * * * *', work: deleteExpiredFlows },
];
