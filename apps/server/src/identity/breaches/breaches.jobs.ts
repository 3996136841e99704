import type { Job } from '../../platform/feature.ts';
import { judge, tellBreached } from './breaches.ts';

export const jobs: readonly Job[] = [
  {
    kind: 'outward',
    name: 'breaches.check',
    work: async (outward, payload) => {
      const ground = await outward.outside(async (ctx) => await Promise.resolve(ctx.ground));
      if ((await judge(ground, payload)) === 'fine') return;
      await outward.outside(async (ctx) => {
        await tellBreached(ctx, payload);
      });
    },
  },
];
