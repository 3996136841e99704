import type { Job } from '../../platform/feature.ts';
import { expireOld } from './invitations.ts';

export const jobs: readonly Job[] = [
  {
    kind: 'daily',
    name: 'invitations.expire',
    at: '03:00',
    work: async (ctx) => {
      await expireOld(ctx);
    },
  },
];
