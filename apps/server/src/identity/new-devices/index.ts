import type { Feature } from '../../platform/feature.ts';

/** Tells people of a sign-in on a device that they have not used before. */
export const newDevices: Feature = { name: 'new-devices' };
