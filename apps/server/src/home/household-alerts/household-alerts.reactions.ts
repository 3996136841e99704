import type { Reaction } from '../../platform/feature.ts';

export const reactions: readonly Reaction[] = [
  { on: 'permission.denied', job: 'household_alerts.denials' },
  { on: 'data.exported', job: 'household_alerts.exports' },
];
