import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Job } from '../../platform/feature.ts';
import { watchDenials, watchExports } from './household-alerts.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Who did what was told; the program itself is watched by nobody here. */
function forActor(watch: (ctx: HouseholdContext, user: Id) => Promise<void>) {
  return async (ctx: HouseholdContext, { actor }: Payload): Promise<void> => {
    if (typeof actor === 'string') await watch(ctx, actor);
  };
}

export const jobs: readonly Job[] = [
  {
    kind: 'household',
    name: 'household_alerts.denials',
    work: forActor(watchDenials),
  },
  {
    kind: 'household',
    name: 'household_alerts.exports',
    work: forActor(watchExports),
  },
];
