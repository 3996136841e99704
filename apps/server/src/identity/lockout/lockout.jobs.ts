import type { Job } from '../../platform/feature.ts';
import { sendUnlockLink } from './lockout.ts';

export const jobs: readonly Job[] = [{ kind: 'outside', name: 'lockout.tell', work: sendUnlockLink }];
