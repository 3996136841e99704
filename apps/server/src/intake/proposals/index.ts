import type { Feature } from '../../platform/feature.ts';

/** Which category an entry probably has, and why. */
export const proposals: Feature = { name: 'proposals' };
