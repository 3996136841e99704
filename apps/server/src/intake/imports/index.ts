import type { Feature } from '../../platform/feature.ts';
import { hideImportsOf, listImports, showImport } from './imports.ts';

export const imports: Feature = {
  name: 'imports',
  actions: { import: async (ctx, id) => (await showImport(ctx, id)).available_actions },
  tables: ['imports', 'import_files'],
  onAccountHidden: hideImportsOf,
  handsOut: [
    {
      entity: 'import',
      requires: 'data.import',
      copy: async (ctx, { after, limit }) => {
        const page = await listImports(ctx, { page_size: Math.min(limit, 100), cursor: after });
        return { rows: page.results, after: page._meta.next_cursor ?? undefined };
      },
    },
  ],
  personalData: [
    {
      table: 'imports',
      exportSql: `select household_id, file_name, size_bytes, status, created_at, committed_at, undone_at from imports
        where author_id = $1 order by created_at`,
      // What a file brought into shared accounts is theirs who share them; how somebody called it is not.
      eraseSql: `update imports set file_name = 'file', updated_at = $2, version = version + 1 where author_id = $1`,
    },
  ],
  kept: [
    {
      what: 'Files from your bank, and what was read in them',
      why: 'So that you can look it over before it is taken in, and take it back as a whole afterwards',
      until: 'The file itself until it is taken in or thrown away; its rows as long as the household lives',
    },
  ],
};
