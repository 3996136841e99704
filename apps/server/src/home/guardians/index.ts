import type { Feature } from '../../platform/feature.ts';

export const guardians: Feature = {
  name: 'guardians',
  invariants: [
    {
      name: 'every child whom guardians look after has a guardian in each of their households',
      sql: `select m.household_id, m.user_id from memberships m
        join guarded_accounts g on g.user_id = m.user_id and g.released_at is null
        join households h on h.id = m.household_id and h.deleted_at is null
        where m.status = 'active' and not exists (select from memberships o
          where o.household_id = m.household_id and o.status = 'active' and o.role in ('admin', 'parent')
            and not exists (select from guarded_accounts x where x.user_id = o.user_id and x.released_at is null))`,
    },
  ],
};
