import type { Job } from '../../platform/feature.ts';
import { lockDevicesOfOthers } from './family-devices.ts';
import { deleteDevicesBefore } from './family-devices.store.ts';

export const jobs: readonly Job[] = [
  { kind: 'household', name: 'family_devices.lock', work: lockDevicesOfOthers },
  {
    kind: 'outside',
    name: 'family_devices.forget',
    cron: '40 3 * * *',
    work: async (ctx) => {
      await deleteDevicesBefore(ctx, ctx.now);
    },
  },
];
