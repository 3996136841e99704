import type { Feature } from '../../platform/feature.ts';
import { keepsLastSuperadmin } from './staff-members.ts';

export const staffMembers: Feature = {
  name: 'staff-members',
  tables: ['staff_members'],
  keepsAccount: keepsLastSuperadmin,
  personalData: [
    {
      table: 'staff_members',
      exportSql: 'select role, since from staff_members where user_id = $1',
      eraseSql: `with others as (update staff_members set given_by = null where given_by = $1)
        delete from staff_members where user_id = $1`,
    },
  ],
  kept: [
    {
      what: 'Which role you have among the people who run this KinWise, if any',
      why: 'So that you can do what is yours to do',
      until: 'Until the role is taken from you',
    },
  ],
};
