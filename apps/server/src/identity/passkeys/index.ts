import type { Feature } from '../../platform/feature.ts';
import { jobs } from './passkeys.jobs.ts';
import { routes } from './passkeys.routes.ts';

export const passkeys: Feature = {
  name: 'passkeys',
  routes,
  jobs,
  tables: ['passkeys', 'passkey_challenges'],
  kept: [
    {
      what: 'Questions to a passkey, and sign-ins that wait for the second step',
      why: 'So that each can be answered once',
      until: 'Minutes',
      overdue: {
        sql: `select (select count(*) from passkey_challenges where expires_at < $1)::int
          + (select count(*) from second_steps where expires_at < $1)::int as count`,
        days: () => 2,
      },
    },
  ],
  personalData: [
    {
      table: 'passkeys',
      exportSql: 'select name, is_synced, created_at, last_used_at from passkeys where user_id = $1',
      eraseSql: 'delete from passkeys where user_id = $1',
    },
    {
      table: 'passkey_challenges',
      exportSql: 'select purpose, expires_at from passkey_challenges where user_id = $1',
      eraseSql: 'delete from passkey_challenges where user_id = $1',
    },
  ],
};
