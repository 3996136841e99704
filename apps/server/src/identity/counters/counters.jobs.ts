import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteCountersBefore } from './counters.store.ts';

const KEPT_MS = 48 * 3600 * 1000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'counters.forget',
    cron: '40 * * * *',
    work: async (ctx) => {
      await deleteCountersBefore(ctx, instant(ctx.nowMs - KEPT_MS));
    },
  },
];
