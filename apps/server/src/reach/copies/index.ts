import type { Feature } from '../../platform/feature.ts';

/** What devices keep copies of, and where each kind comes from. */
export const copies: Feature = { name: 'copies' };
