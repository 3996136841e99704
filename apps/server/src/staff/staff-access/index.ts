import type { Feature } from '../../platform/feature.ts';
import { jobs } from './staff-access.jobs.ts';
import { routes } from './staff-access.routes.ts';
import { endWithHousehold } from './staff-access.ts';

export const staffAccess: Feature = {
  name: 'staff-access',
  routes,
  jobs,
  tables: ['staff_grants'],
  onHouseholdDeleted: endWithHousehold,
  personalData: [
    {
      table: 'staff_grants',
      exportSql: `select household_id, staff_role, reason, ticket, opened_at, until_at, ended_at, ended_by, reads
        from staff_grants where staff_id = $1 order by opened_at`,
    },
  ],
  kept: [
    {
      what: 'Who of the people who run this KinWise looked into a household, when, and why',
      why: 'So that the household knows, and they answer for it',
      until: 'As long as the household lives',
    },
  ],
};
