import type { Feature } from '../../platform/feature.ts';
import { jobs } from './one-time.jobs.ts';

export const oneTime: Feature = {
  name: 'one-time',
  jobs,
  tables: ['one_time_tokens'],
  personalData: [
    {
      table: 'one_time_tokens',
      exportSql: 'select purpose, created_at, expires_at, used_at from one_time_tokens where user_id = $1',
      eraseSql: 'delete from one_time_tokens where user_id = $1',
    },
  ],
};
