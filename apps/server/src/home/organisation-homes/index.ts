import type { Feature } from '../../platform/feature.ts';
import { routes } from './organisation-homes.routes.ts';
import { leaveBeforeTheEnd } from './organisation-homes.ts';

export const organisationHomes: Feature = {
  name: 'organisation-homes',
  routes,
  tables: ['organisation_homes'],
  onHouseholdDeleted: leaveBeforeTheEnd,
  invariants: [
    {
      name: 'no household that was deleted belongs to an organisation',
      sql: `select o.household_id, o.organisation_id from organisation_homes o
        join households h on h.id = o.household_id where h.deleted_at is not null`,
    },
  ],
};
