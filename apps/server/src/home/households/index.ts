import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { actionsOnHousehold, showHousehold } from './households.ts';
import { routes } from './households.routes.ts';
import { householdSchema } from './households.schema.ts';

export const households: Feature = {
  name: 'households',
  routes,
  tables: ['households', 'organisation_times'],
  copies: [
    copiedWhole({
      entity: 'household',
      row: householdSchema,
      requires: 'household.view',
      list: async (ctx) => [await showHousehold(ctx)],
    }),
  ],
  actions: { household: actionsOnHousehold },
  invariants: [
    {
      name: 'it is known since when a household is an organisation’s, or belongs to one',
      sql: `select h.id from households h
        where (h.type = 'organisation' or exists (select from organisation_homes o where o.household_id = h.id))
          <> exists (select from organisation_times t where t.household_id = h.id and t.until is null)`,
    },
    {
      name: 'a household that lives has an admin',
      sql: `select h.id from households h where h.deleted_at is null and not exists (
        select from memberships m where m.household_id = h.id and m.status = 'active' and m.role = 'admin')`,
    },
    {
      name: 'nobody belongs to a household that is deleted',
      sql: `select m.household_id, m.id from memberships m join households h on h.id = m.household_id
        where h.deleted_at is not null and m.status = 'active'`,
    },
  ],
};
