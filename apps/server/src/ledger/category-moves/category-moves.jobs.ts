import type { HouseholdJob } from '../../platform/feature.ts';
import { followMove } from './category-moves.ts';

/** Who merges a category does not see the entries of others' private accounts; the system moves those after. */
export const FOLLOW = 'categories.follow_move';

export const jobs: readonly HouseholdJob[] = [
  {
    kind: 'household',
    name: FOLLOW,
    work: async (ctx, payload) => {
      const { into } = payload['data'] as { into: string | null };
      for (const id of payload['ids'] as string[]) await followMove(ctx, id, into);
    },
  },
];
