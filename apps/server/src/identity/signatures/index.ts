import type { Feature } from '../../platform/feature.ts';
import { jobs } from './signatures.jobs.ts';

export const signatures: Feature = {
  name: 'signatures',
  jobs,
  tables: ['api_key_nonces'],
  kept: [
    {
      what: 'Marks of requests that a program of yours signed',
      why: 'So that nobody can send one of them again',
      until: 'Minutes',
      overdue: {
        sql: 'select count(*)::int as count from api_key_nonces where expires_at < $1',
        days: () => 2,
      },
    },
  ],
  personalData: [
    {
      table: 'api_key_nonces',
      exportSql:
        'select n.expires_at from api_key_nonces n join api_keys a on a.id = n.key_id where a.user_id = $1',
      eraseSql: 'delete from api_key_nonces where key_id in (select id from api_keys where user_id = $1)',
    },
  ],
};
