import type { Feature } from '../../platform/feature.ts';
import { jobs } from './one-time.jobs.ts';

export const oneTime: Feature = {
  name: 'one-time',
  jobs,
  tables: ['one_time_tokens'],
  kept: [
    {
      what: 'Hashes of the links in mails to you',
      why: 'So that each works once, and only for its purpose',
      until: 'An hour to a day, by the kind of link',
      overdue: {
        sql: 'select count(*)::int as count from one_time_tokens where expires_at < $1',
        days: () => 2,
      },
    },
  ],
  personalData: [
    {
      table: 'one_time_tokens',
      exportSql: 'select purpose, created_at, expires_at, used_at from one_time_tokens where user_id = $1',
      eraseSql: 'delete from one_time_tokens where user_id = $1',
    },
  ],
};
