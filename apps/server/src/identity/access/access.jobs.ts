import type { Job } from '../../platform/feature.ts';
import { rotateKeys } from './access.ts';

const KEPT_DAYS = 30;

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'access.rotate_keys',
    cron: '0 3 * * *',
    work: async (ctx) => {
      await rotateKeys(ctx, KEPT_DAYS);
    },
  },
];
