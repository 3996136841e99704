import type { Feature } from '../../platform/feature.ts';

export const entries: Feature = {
  name: 'entries',
  tables: ['transactions', 'transaction_splits'],
  kept: [
    {
      what: 'Entries with their parts, tags, notes and who wrote them, and what sorts them: categories, merchants, rules',
      why: 'They are the books of the household: what it asked KinWise to keep',
      until:
        'As long as the household lives; what is deleted, 30 days in the trash; private ones until you are erased',
    },
  ],
  invariants: [
    {
      name: '2: the splits of an entry sum to its amount, with its sign, or there are none',
      sql: `select t.household_id, t.id from transactions t
        left join lateral (
          select count(*) as parts, sum(s.amount_minor) as total, sum(s.household_minor) as household,
            bool_and((s.amount_minor > 0) = (t.amount_minor > 0)) as signed
          from transaction_splits s where s.household_id = t.household_id and s.transaction_id = t.id) s on true
        where t.is_split <> (s.parts > 0)
          or (t.is_split and (s.total <> t.amount_minor or s.household <> t.household_minor or not s.signed))`,
    },
    {
      name: '4: an expense is below zero, an income above, and a transfer has a partner',
      sql: `select household_id, id from transactions where amount_minor = 0
          or (type = 'expense' and amount_minor > 0) or (type = 'income' and amount_minor < 0)
          or ((type = 'transfer') <> (transfer_id is not null))`,
    },
    {
      name: 'an entry is as private as its account',
      sql: `select t.household_id, t.id from transactions t
        join accounts a on a.household_id = t.household_id and a.id = t.account_id
        where t.private_to is distinct from a.private_to or t.currency <> a.currency`,
    },
  ],
};
