import type { Job } from '../../platform/feature.ts';
import { rotateKeys } from './access.ts';

export const jobs: readonly Job[] = [
  {
    kind: 'outside',
    name: 'access.rotate_keys',
    cron: '0 3 * * *',
    work: async (ctx) => {
      await rotateKeys(ctx, ctx.ground.config.SIGNING_KEY_DAYS);
    },
  },
];
