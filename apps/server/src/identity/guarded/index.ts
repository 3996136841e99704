import type { Feature } from '../../platform/feature.ts';

export const guarded: Feature = {
  name: 'guarded',
  tables: ['guarded_accounts'],
  personalData: [
    {
      table: 'guarded_accounts',
      exportSql: `select birth_year, made_at, made_by = $1 as made_by_you, released_at from guarded_accounts
        where user_id = $1 or made_by = $1 order by made_at`,
      eraseSql: 'delete from guarded_accounts where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'That an account is a child’s whom guardians look after, and the year of birth where it was given',
      why: 'So that nobody uses a child’s data without a guardian’s word, and the child can take the account over',
      until: 'As long as the account lives',
    },
  ],
  invariants: [
    {
      name: 'an account that guardians look after has no address and no password',
      sql: `select u.id from users u join guarded_accounts g on g.user_id = u.id
        where g.released_at is null and (u.email <> '' or u.password_hash is not null)`,
    },
  ],
};
