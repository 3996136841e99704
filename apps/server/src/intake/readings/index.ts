import type { Feature } from '../../platform/feature.ts';

/** From a file to a preview. */
export const readings: Feature = { name: 'readings' };
