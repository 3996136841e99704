import type { Feature } from '../../platform/feature.ts';

/** What a person decided about the rows of a file, kept while it is read again. */
export const decisions: Feature = { name: 'decisions' };
