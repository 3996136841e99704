import type { Feature } from '../../platform/feature.ts';
import { jobs } from './sessions.jobs.ts';
import { routes } from './sessions.routes.ts';

export const sessions: Feature = {
  name: 'sessions',
  routes,
  jobs,
  tables: ['sessions'],
  kept: [
    {
      what: 'Sessions: where you are signed in, with device, browser and network address',
      why: 'So that you can see strangers among them and end what you do not know',
      until: 'At most 30 days of living, and 30 days after their end',
      overdue: {
        sql: 'select count(*)::int as count from sessions where expires_at < $1',
        days: () => 31,
      },
    },
  ],
  personalData: [
    {
      table: 'sessions',
      exportSql:
        'select device_name, agent, ip, created_at, last_seen_at, ended_at from sessions where user_id = $1',
      eraseSql: 'delete from sessions where user_id = $1',
    },
  ],
};
