import type { Feature } from '../../platform/feature.ts';

/** What accounts learn from files: the bank's number, so that the next file finds its way. */
export const numbers: Feature = { name: 'numbers' };
