import type { Feature } from '../../platform/feature.ts';

/** How a device is called, from what its browser says of itself. */
export const devices: Feature = { name: 'devices' };
