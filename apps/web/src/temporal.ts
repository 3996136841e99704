import type { Temporal as Polyfill } from 'temporal-polyfill';

/** The platform's own Temporal where there is one; elsewhere the polyfill, as a chunk that only those browsers fetch. */
const own = (globalThis as { Temporal?: typeof Polyfill }).Temporal;

export const Temporal = own ?? (await import('temporal-polyfill/implementation')).Temporal;
