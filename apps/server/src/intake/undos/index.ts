import type { Feature } from '../../platform/feature.ts';

/** Taking a committed import back. */
export const undos: Feature = { name: 'undos' };
