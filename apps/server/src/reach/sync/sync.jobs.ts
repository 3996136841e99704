import type { Job } from '../../platform/feature.ts';
import { forgetOldChanges } from './sync.ts';

export const jobs: readonly Job[] = [
  { kind: 'daily', name: 'sync.forget', at: '3:30', work: forgetOldChanges },
];
