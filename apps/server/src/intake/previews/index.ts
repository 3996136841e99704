import type { Feature } from '../../platform/feature.ts';

export const previews: Feature = { name: 'previews', tables: ['import_rows'] };
