import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteExpiredBefore, forgetOld } from './api-keys.store.ts';

/** So long an expired key is still shown, so that its owner sees why something stopped. */
const SHOWN_MS = 30 * 24 * 3600 * 1000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'api_keys.forget',
    cron: '25 3 * * *',
    work: async (ctx) => {
      await deleteExpiredBefore(ctx, instant(ctx.nowMs - SHOWN_MS));
      await forgetOld(ctx);
    },
  },
];
