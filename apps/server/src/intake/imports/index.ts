import type { Feature } from '../../platform/feature.ts';

export const imports: Feature = { name: 'imports', tables: ['imports', 'import_files'] };
