import type { Job } from '../../platform/feature.ts';
import { endWhatIsOver } from './staff-access.ts';

export const jobs: readonly Job[] = [
  { kind: 'outside', name: 'staff_access.end', cron: '* * * * *', work: endWhatIsOver },
];
