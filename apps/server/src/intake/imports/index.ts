import type { Feature } from '../../platform/feature.ts';
import { hideImportsOf, showImport } from './imports.ts';

export const imports: Feature = {
  name: 'imports',
  actions: { import: async (ctx, id) => (await showImport(ctx, id)).available_actions },
  tables: ['imports', 'import_files'],
  onAccountHidden: hideImportsOf,
};
