import type { Feature } from '../../platform/feature.ts';
import { jobs } from './passwords.jobs.ts';
import { routes } from './passwords.routes.ts';

export const passwords: Feature = {
  name: 'passwords',
  routes,
  jobs,
  tables: ['password_history'],
  kept: [
    {
      what: 'Hashes of your last passwords',
      why: 'So that an old one, which somebody may know, does not come back',
      until: 'Four of them, as long as the account lives',
    },
  ],
  personalData: [
    {
      table: 'password_history',
      exportSql: 'select created_at from password_history where user_id = $1',
      eraseSql: 'delete from password_history where user_id = $1',
    },
  ],
};
