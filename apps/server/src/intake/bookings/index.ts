import type { Feature } from '../../platform/feature.ts';

/** Rows of a file becoming entries, and entries becoming what they were before. */
export const bookings: Feature = { name: 'bookings' };
