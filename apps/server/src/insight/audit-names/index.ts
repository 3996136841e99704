import type { Feature } from '../../platform/feature.ts';

/** How the things are called that the audit tells of, as far as the reader may see them. */
export const auditNames: Feature = { name: 'audit-names' };
