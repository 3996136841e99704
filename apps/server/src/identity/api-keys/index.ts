import type { Feature } from '../../platform/feature.ts';
import { jobs } from './api-keys.jobs.ts';
import { routes } from './api-keys.routes.ts';

export const apiKeys: Feature = {
  name: 'api-keys',
  routes,
  jobs,
  tables: ['api_keys'],
  sealed: [
    { table: 'api_keys', column: 'signing_cipher', key: ['id'] },
    { table: 'api_keys', column: 'old_signing_cipher', key: ['id'] },
  ],
  kept: [
    {
      what: 'API keys: their names, what they may do, and when and from where they were last used',
      why: 'So that programs of yours get in, and you see which do',
      until: (config) =>
        `Until you revoke them; ${config.API_KEY_LONGEST_DAYS} days at most, and 30 days after their end`,
      overdue: {
        sql: 'select count(*)::int as count from api_keys where expires_at < $1',
        days: () => 31,
      },
    },
  ],
  personalData: [
    {
      table: 'api_keys',
      exportSql: `select name, scopes, only_household, signing_cipher is not null as signed_only, created_at, expires_at,
        old_until, last_used_at, last_used_ip from api_keys where user_id = $1 order by created_at`,
      eraseSql: 'delete from api_keys where user_id = $1',
    },
  ],
};
