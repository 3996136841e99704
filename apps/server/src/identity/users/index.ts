import type { Feature } from '../../platform/feature.ts';
import { routes } from './users.routes.ts';

export const users: Feature = {
  name: 'users',
  routes,
  tables: ['users', 'acceptances'],
  invariants: [
    {
      name: 'a username and its key come together',
      sql: 'select id from users where (username is null) <> (username_key is null)',
    },
  ],
  personalData: [
    {
      table: 'users',
      exportSql:
        'select email, username, first_name, last_name, locale, time_zone, preferences, created_at from users where id = $1',
    },
    {
      table: 'acceptances',
      exportSql: 'select document, document_version, accepted_at from acceptances where user_id = $1',
    },
  ],
};
