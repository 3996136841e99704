import type { Job } from '../../platform/feature.ts';
import { sendResetLink } from './passwords.ts';

export const jobs: readonly Job[] = [{ kind: 'outside', name: 'passwords.send_link', work: sendResetLink }];
