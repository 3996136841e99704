import { instant } from '../../platform/clock.ts';
import type { Job } from '../../platform/feature.ts';
import { deleteSessionsBefore } from './sessions.store.ts';
import { endIdleSessions } from './sessions.ts';

const KEPT_MS = 30 * 24 * 3600 * 1000;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'sessions.forget',
    cron: '30 3 * * *',
    work: async (ctx) => {
      await deleteSessionsBefore(ctx, instant(ctx.nowMs - KEPT_MS));
    },
  },
  {
    kind: 'outside',
    name: 'sessions.end_idle',
    cron: '*/5 * * * *',
    work: async (ctx) => {
      await endIdleSessions(ctx);
    },
  },
];
