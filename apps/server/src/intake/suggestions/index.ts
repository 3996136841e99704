import type { Feature } from '../../platform/feature.ts';

/** What rows of a file should become: categories, parts, tags and whatever rules say. */
export const suggestions: Feature = { name: 'suggestions' };
