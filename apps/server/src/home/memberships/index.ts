import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { actionsOnMembership, listMembers } from './memberships.ts';
import { routes } from './memberships.routes.ts';
import { membershipSchema } from './memberships.schema.ts';

export const memberships: Feature = {
  name: 'memberships',
  routes,
  tables: ['memberships'],
  copies: [
    copiedWhole({
      entity: 'membership',
      row: membershipSchema,
      requires: 'household.view',
      list: async (ctx, ids) => await listMembers(ctx, ids ? { ids } : {}),
    }),
  ],
  personalData: [
    {
      table: 'memberships',
      exportSql: `select m.household_id, h.name as household, m.role, m.status, m.is_primary, m.joined_at, m.ended_at
        from memberships m join households h on h.id = m.household_id where m.user_id = $1 order by m.joined_at`,
    },
  ],
  kept: [
    {
      what: 'Which households you belong to, and with which role',
      why: 'So that everybody sees what is theirs to see',
      until: 'As long as the household lives; after you are erased under the name “Former member”',
    },
  ],
  actions: { membership: actionsOnMembership },
  invariants: [
    {
      name: '14: whoever belongs to a household has one primary household',
      sql: `select user_id, count(*) filter (where is_primary) as primaries from memberships
        where status = 'active' group by user_id having count(*) filter (where is_primary) <> 1`,
    },
    {
      name: 'a membership that ended says when, and is nobody’s primary',
      sql: `select household_id, id from memberships
        where (status <> 'active') <> (ended_at is not null) or (is_primary and status <> 'active')`,
    },
  ],
};
