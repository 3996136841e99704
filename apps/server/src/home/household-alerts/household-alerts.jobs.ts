import type { Job } from '../../platform/feature.ts';
import { watchDenials, watchExports } from './household-alerts.ts';

const userIn = (payload: Readonly<Record<string, unknown>>): string =>
  String((payload['data'] as Record<string, unknown> | undefined)?.['user']);

export const jobs: readonly Job[] = [
  {
    kind: 'household',
    name: 'household_alerts.denials',
    work: async (ctx, payload) => {
      await watchDenials(ctx, userIn(payload));
    },
  },
  {
    kind: 'household',
    name: 'household_alerts.exports',
    work: async (ctx, payload) => {
      await watchExports(ctx, userIn(payload));
    },
  },
];
