import type { Reaction } from '../../platform/feature.ts';

/** Whoever made a device one of the family may be no guardian from then on. */
export const reactions: readonly Reaction[] = [
  { on: 'member.left', job: 'family_devices.lock' },
  { on: 'member.changed', job: 'family_devices.lock' },
];
