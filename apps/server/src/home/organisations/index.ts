import type { Feature } from '../../platform/feature.ts';
import { jobs } from './organisations.jobs.ts';
import { routes } from './organisations.routes.ts';
import { keepsOwner } from './organisations.ts';

export const organisations: Feature = {
  name: 'organisations',
  routes,
  jobs,
  tables: ['organisations', 'organisation_members', 'organisation_invitations'],
  keepsAccount: keepsOwner,
  personalData: [
    {
      table: 'organisation_members',
      exportSql: `select o.name, m.joined_at, o.owner_id = $1 as is_owner from organisation_members m
        join organisations o on o.id = m.organisation_id where m.user_id = $1 order by m.joined_at`,
      eraseSql: `delete from organisation_members m where m.user_id = $1
        or m.organisation_id in (select o.id from organisations o where o.owner_id = $1)`,
    },
    {
      table: 'organisation_invitations',
      exportSql: `select kind, email, created_at, expires_at from organisation_invitations i
        where i.invited_by = $1 or i.email_key = (select email_key from users where id = $1) order by created_at`,
      eraseSql: `delete from organisation_invitations i
        where i.invited_by = $1 or i.email_key = (select email_key from users where id = $1)
        or i.organisation_id in (select o.id from organisations o where o.owner_id = $1)`,
    },
    // They are closed, and empty: who owns one that lives cannot ask to be erased.
    {
      table: 'organisations',
      exportSql:
        'select name, tier, asked_tier, asked_at, created_at, closed_at from organisations where owner_id = $1 order by created_at',
      eraseSql: 'delete from organisations where owner_id = $1',
    },
  ],
  kept: [
    {
      what: 'Which organisations you administer, and whom you invited to them',
      why: 'So that you see what households share with them',
      until: 'Until you leave or close them; invitations until they run out',
    },
  ],
};
