import type { Job } from '../../platform/feature.ts';
import { emptyTrash } from './transactions.ts';

export const jobs: readonly Job[] = [
  { kind: 'daily', name: 'transactions.empty-trash', at: '3:00', work: emptyTrash },
];
