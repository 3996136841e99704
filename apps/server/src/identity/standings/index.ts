import type { Feature } from '../../platform/feature.ts';
import { jobs } from './standings.jobs.ts';

export const standings: Feature = {
  name: 'standings',
  jobs,
  tables: ['denied_tokens'],
  personalData: [
    {
      table: 'denied_tokens',
      exportSql: `select d.expires_at from denied_tokens d
        join sessions s on s.id = d.session_id where s.user_id = $1`,
      eraseSql: 'delete from denied_tokens d using sessions s where s.id = d.session_id and s.user_id = $1',
    },
  ],
};
