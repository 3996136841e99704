import type { Feature } from '../../platform/feature.ts';
import { jobs } from './sessions.jobs.ts';
import { routes } from './sessions.routes.ts';

export const sessions: Feature = {
  name: 'sessions',
  routes,
  jobs,
  tables: ['sessions'],
  personalData: [
    {
      table: 'sessions',
      exportSql:
        'select device_name, agent, ip, created_at, last_seen_at, ended_at from sessions where user_id = $1',
      eraseSql: 'delete from sessions where user_id = $1',
    },
  ],
};
