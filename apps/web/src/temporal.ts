/** The platform's own Temporal where there is one; elsewhere the polyfill, as a chunk that only those browsers fetch. */
const own = (globalThis as { Temporal?: typeof import('temporal-polyfill').Temporal }).Temporal;

export const Temporal = own ?? (await import('temporal-polyfill/implementation')).Temporal;
