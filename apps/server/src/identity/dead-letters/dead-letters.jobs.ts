import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteDeadBefore } from './dead-letters.store.ts';

const DAY_MS = 86_400_000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'dead_letters.forget',
    cron: '22 3 * * *',
    work: async (ctx) => {
      await deleteDeadBefore(ctx, instant(ctx.nowMs - ctx.ground.config.DEAD_LETTERS_DAYS * DAY_MS));
    },
  },
];
