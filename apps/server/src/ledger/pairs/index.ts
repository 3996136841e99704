import type { Feature } from '../../platform/feature.ts';
import { partFrom } from './pairs.ts';

export const pairs: Feature = {
  name: 'pairs',
  tables: ['transfers'],
  onMemberErased: partFrom,
  invariants: [
    {
      name: '3: a transfer has two sides with opposite signs in different accounts, summing to zero in one currency',
      sql: `select t.household_id, t.transfer_id from transactions t where t.transfer_id is not null
        group by t.household_id, t.transfer_id
        having count(*) <> 2 or count(distinct t.account_id) <> 2 or min(t.amount_minor) >= 0 or max(t.amount_minor) <= 0
          or (count(distinct t.currency) = 1 and sum(t.amount_minor) <> 0)
          or count(*) filter (where t.deleted_at is null) not in (0, 2)`,
    },
  ],
};
