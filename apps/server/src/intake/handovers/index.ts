import type { Feature } from '../../platform/feature.ts';

/** Entries of an import that is undone going to another one that states them too. */
export const handovers: Feature = { name: 'handovers' };
