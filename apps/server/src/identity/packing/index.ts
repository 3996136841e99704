import type { Feature } from '../../platform/feature.ts';

/** Writes the archive for `exports`; it has no routes and no tables of its own. */
export const packing: Feature = { name: 'packing' };
