import type { HouseholdJob } from '../../platform/feature.ts';
import { followMerge } from './merchants.ts';

/** Who deletes or merges a merchant does not see the names on others' private accounts; the system moves those after. */
export const FOLLOW = 'merchants.follow_merge';

export const jobs: readonly HouseholdJob[] = [
  {
    kind: 'household',
    name: FOLLOW,
    work: async (ctx, payload) => {
      const { into } = payload['data'] as { into: string | null };
      for (const id of payload['ids'] as string[]) await followMerge(ctx, id, into);
    },
  },
];
