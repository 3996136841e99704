import type { Reaction } from '../../platform/feature.ts';
import { FOLLOW } from './merchants.jobs.ts';

export const reactions: readonly Reaction[] = [{ on: 'merchant.deleted', job: FOLLOW }];
