import type { Job } from '../../platform/feature.ts';
import { askForSweep, removeFile, removeStrays } from './photos.ts';

/** Those that remove files talk to nobody outside; they are outward because no transaction waits for a disk. */
export const jobs: readonly Job[] = [
  { kind: 'outward', name: 'photos.remove_file', work: removeFile },
  { kind: 'outward', name: 'photos.remove_strays', work: removeStrays },
  { kind: 'outside', name: 'photos.sweep', cron: '45 4 * * *', work: askForSweep },
];
