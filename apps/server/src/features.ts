import { currencies } from './ledger/currencies/index.ts';
import { tags } from './ledger/tags/index.ts';
import type { Feature } from './platform/feature.ts';

/** Every feature, from the ground up. The order is also the order in which they may use each other. */
export const features: readonly Feature[] = [currencies, tags];
