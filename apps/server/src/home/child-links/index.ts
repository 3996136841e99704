import type { Feature } from '../../platform/feature.ts';
import { jobs } from './child-links.jobs.ts';
import { routes } from './child-links.routes.ts';

export const childLinks: Feature = {
  name: 'child-links',
  routes,
  jobs,
  tables: ['child_links'],
  personalData: [
    {
      table: 'child_links',
      exportSql: `select l.device_name, l.remembered, l.created_at, l.expires_at, l.used_at, l.made_by = $1 as made_by_you
        from child_links l join memberships m on m.household_id = l.household_id and m.id = l.membership_id
        where l.made_by = $1 or m.user_id = $1 order by l.created_at`,
      eraseSql: `delete from child_links l using memberships m
        where m.household_id = l.household_id and m.id = l.membership_id and (l.made_by = $1 or m.user_id = $1)`,
    },
  ],
  kept: [
    {
      what: 'Links that sign a child in on a device: for whom, by whom, when and for which device',
      why: 'So that each of them works once and for minutes only',
      until: 'A day after they ran out',
      overdue: {
        sql: 'select count(*)::int as count from child_links where expires_at < $1',
        days: () => 3,
      },
    },
  ],
};
