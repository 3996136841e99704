import type { Job } from '../../platform/feature.ts';
import { close, erase, eraseHome } from './erasure.ts';

/** Erasing talks to nobody outside; it is outward because it goes in steps that each commit, and may be done again. */
export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'erasure.close', cron: '5 * * * *', work: close },
  { kind: 'outward', name: 'erasure.erase', work: erase },
  { kind: 'outward', name: 'erasure.erase_household', work: eraseHome },
];
