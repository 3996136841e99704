import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteMarksBefore } from './mail-addresses.store.ts';

const DAY_MS = 86_400_000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'mail_addresses.forget',
    cron: '25 3 * * *',
    work: async (ctx) => {
      await deleteMarksBefore(ctx, instant(ctx.nowMs - ctx.ground.config.MAIL_MARKS_DAYS * DAY_MS));
    },
  },
];
