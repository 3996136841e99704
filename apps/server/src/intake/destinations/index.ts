import type { Feature } from '../../platform/feature.ts';

/** Which account each statement of a file goes to. */
export const destinations: Feature = { name: 'destinations' };
