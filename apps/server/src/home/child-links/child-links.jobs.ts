import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteLinksBefore } from './child-links.store.ts';

const DAY_MS = 24 * 3_600_000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'child_links.forget',
    cron: '35 3 * * *',
    work: async (ctx) => {
      await deleteLinksBefore(ctx, instant(ctx.nowMs - DAY_MS));
    },
  },
];
