import type { Feature } from '../../platform/feature.ts';
import { jobs } from './counters.jobs.ts';

/** The hashes of somebody's names, as tries are counted under them. */
const NAMES = `select rtrim(translate(encode(sha256(convert_to(n.name, 'UTF8')), 'base64'), '+/', '-_'), '=')
  from users u, unnest(array[u.email_key, u.username_key]) as n (name) where u.id = $1::uuid and n.name is not null`;

export const counters: Feature = {
  name: 'counters',
  jobs,
  tables: ['sign_in_failures'],
  personalData: [
    {
      table: 'sign_in_failures',
      exportSql: `select network, failures, total, locks, locked_until, last_at from sign_in_failures
        where name_key like '%:' || $1::text or name_key in (${NAMES}) order by last_at`,
      eraseSql: `delete from sign_in_failures where name_key like '%:' || $1::text or name_key in (${NAMES})`,
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
