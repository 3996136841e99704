import type { Feature } from '../../platform/feature.ts';
import { jobs } from './lockout.jobs.ts';
import { routes } from './lockout.routes.ts';

export const lockout: Feature = {
  name: 'lockout',
  routes,
  jobs,
  tables: ['sign_in_failures'],
  personalData: [
    {
      table: 'sign_in_failures',
      exportSql: `select network, failures, total, locks, locked_until, last_at from sign_in_failures
        where name_key = $1::text or name_key like '%:' || $1::text order by last_at`,
      eraseSql: `delete from sign_in_failures where name_key = $1::text or name_key like '%:' || $1::text`,
    },
  ],
  kept: [
    {
      what: 'Wrong passwords, counted for each network that they came from',
      why: 'So that nobody guesses yours',
      until: 'Two days after the last of them',
      overdue: {
        sql: `select count(*)::int as count from sign_in_failures
          where last_at < $1 and (locked_until is null or locked_until < $1)`,
        days: () => 3,
      },
    },
  ],
};
