import type { Feature } from '../../platform/feature.ts';

/** Bytes of a file becoming statements, in a thread of its own where the file is large. */
export const parsing: Feature = { name: 'parsing' };
