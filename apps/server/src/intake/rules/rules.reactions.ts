import type { Reaction } from '../../platform/feature.ts';
import { FOLLOW } from './rules.jobs.ts';

export const reactions: readonly Reaction[] = [
  { on: 'category.deleted', job: FOLLOW },
  { on: 'merchant.deleted', job: FOLLOW },
];
