import type { Job } from '../../platform/feature.ts';
import { forgetOld, make, removeExpired, removeFiles, removeStrays } from './exports.ts';

/** Those that write or remove files talk to nobody outside; they are outward because no transaction waits for a disk. */
export const jobs: readonly Job[] = [
  { kind: 'outward', name: 'exports.make', work: make },
  { kind: 'outward', name: 'exports.remove_files', work: removeFiles },
  { kind: 'outward', name: 'exports.remove_strays', work: removeStrays },
  { kind: 'outside', name: 'exports.remove_expired', cron: '25 * * * *', work: removeExpired },
  { kind: 'outside', name: 'exports.forget_old', cron: '35 4 * * *', work: forgetOld },
];
