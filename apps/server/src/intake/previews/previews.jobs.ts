import type { HouseholdJob } from '../../platform/feature.ts';
import { followCategory } from './previews.ts';

export const FOLLOW = 'previews.follow_category';

export const jobs: readonly HouseholdJob[] = [
  {
    kind: 'household',
    name: FOLLOW,
    work: async (ctx, payload) => {
      for (const id of payload['ids'] as string[]) await followCategory(ctx, id);
    },
  },
];
