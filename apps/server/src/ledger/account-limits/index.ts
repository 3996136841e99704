import type { Feature } from '../../platform/feature.ts';

/** How far an account may go: the limit of a card, the overdraft of the others. */
export const accountLimits: Feature = { name: 'account-limits' };
