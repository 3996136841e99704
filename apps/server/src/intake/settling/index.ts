import type { Feature } from '../../platform/feature.ts';

/** What becomes of entries when an import is undone that others overlap. */
export const settling: Feature = { name: 'settling' };
