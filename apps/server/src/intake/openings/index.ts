import type { Feature } from '../../platform/feature.ts';

/** Opening balances that imports set. */
export const openings: Feature = { name: 'openings' };
