import type { Feature } from '../../platform/feature.ts';

/** What several imports state. */
export const overlaps: Feature = { name: 'overlaps' };
