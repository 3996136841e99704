import type { Job } from '../../platform/feature.ts';
import { sendLinkAgain } from './registration.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'registration.send_link', work: sendLinkAgain },
];
