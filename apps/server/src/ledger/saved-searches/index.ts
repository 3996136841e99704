import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './saved-searches.routes.ts';
import { listSavedSearches } from './saved-searches.ts';
import { savedSearchSchema } from './saved-searches.schema.ts';

export const savedSearches: Feature = {
  name: 'saved-searches',
  routes,
  tables: ['saved_searches'],
  copies: [
    copiedWhole({
      entity: 'saved_search',
      row: savedSearchSchema,
      requires: 'transactions.view',
      list: listSavedSearches,
    }),
  ],
  kept: [
    {
      what: 'Saved searches',
      why: 'So that you find again what you look for often',
      until: 'Until you forget them',
    },
  ],
  personalData: [
    {
      table: 'saved_searches',
      exportSql: 'select name, filters, created_at from saved_searches where private_to = $1',
      eraseSql: 'delete from saved_searches where private_to = $1',
    },
  ],
};
