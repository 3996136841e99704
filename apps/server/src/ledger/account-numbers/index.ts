import type { Feature } from '../../platform/feature.ts';

/** Bank account numbers, of which only the last four digits ever leave the server. */
export const accountNumbers: Feature = { name: 'account-numbers' };
