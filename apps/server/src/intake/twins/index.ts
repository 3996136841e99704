import type { Feature } from '../../platform/feature.ts';

/** Two rows of one file that are the two sides of one movement. */
export const twins: Feature = { name: 'twins' };
