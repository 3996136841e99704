import type { Feature } from '../../platform/feature.ts';

export const accountLocks: Feature = {
  name: 'account-locks',
  tables: ['account_locks'],
  personalData: [
    {
      table: 'account_locks',
      exportSql: 'select locked_at from account_locks where user_id = $1',
      eraseSql: 'delete from account_locks where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'Whether the people who run this KinWise have locked your account',
      why: 'So that nobody gets into an account that somebody else has taken over',
      until: 'Until they unlock it',
    },
  ],
};
