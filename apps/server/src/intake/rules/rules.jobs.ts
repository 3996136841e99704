import type { HouseholdJob } from '../../platform/feature.ts';
import { followMerge } from './rules.ts';

export const FOLLOW = 'rules.follow_merge';

export const jobs: readonly HouseholdJob[] = [
  {
    kind: 'household',
    name: FOLLOW,
    work: async (ctx, payload) => {
      const { into } = payload['data'] as { into: string | null };
      if (into === null) return;
      for (const id of payload['ids'] as string[]) await followMerge(ctx, id, into);
    },
  },
];
