import type { Feature } from '../../platform/feature.ts';

/** Writing what a preview shows. */
export const commits: Feature = { name: 'commits' };
