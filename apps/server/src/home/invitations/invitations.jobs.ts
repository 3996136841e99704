import type { Job } from '../../platform/feature.ts';
import { expireOld, forgetOld } from './invitations.ts';

export const jobs: readonly Job[] = [
  {
    kind: 'daily',
    name: 'invitations.expire',
    at: '03:00',
    work: async (ctx) => {
      await expireOld(ctx);
    },
  },
  { kind: 'daily', name: 'invitations.forget', at: '03:15', work: forgetOld },
];
