import type { Feature } from '../../platform/feature.ts';

/** What rows of files say of their entries. */
export const facts: Feature = { name: 'facts' };
