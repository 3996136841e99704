import type { Feature } from '../../platform/feature.ts';
import { routes } from './passwords.routes.ts';

export const passwords: Feature = {
  name: 'passwords',
  routes,
  tables: ['password_history'],
  personalData: [
    {
      table: 'password_history',
      exportSql: 'select created_at from password_history where user_id = $1',
      eraseSql: 'delete from password_history where user_id = $1',
    },
  ],
};
