import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './saved-searches.routes.ts';
import { listSavedSearches } from './saved-searches.ts';

export const savedSearches: Feature = {
  name: 'saved-searches',
  routes,
  tables: ['saved_searches'],
  copies: [copiedWhole('saved_search', 'transactions.view', listSavedSearches)],
  personalData: [
    {
      table: 'saved_searches',
      exportSql: 'select name, filters, created_at from saved_searches where private_to = $1',
      eraseSql: 'delete from saved_searches where private_to = $1',
    },
  ],
};
