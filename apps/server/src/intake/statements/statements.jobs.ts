import type { Job } from '../../platform/feature.ts';
import { STEPS } from './statements.ts';

/** They talk to nobody outside; they are of the outward kind because each commits piece by piece and may go on after a crash. */
export const jobs: readonly Job[] = Object.entries(STEPS).map(([name, work]) => ({
  kind: 'outward',
  name,
  work,
}));
