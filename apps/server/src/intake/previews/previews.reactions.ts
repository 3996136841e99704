import type { Reaction } from '../../platform/feature.ts';
import { FOLLOW } from './previews.jobs.ts';

export const reactions: readonly Reaction[] = [{ on: 'category.deleted', job: FOLLOW }];
