import type { Feature } from '../../platform/feature.ts';

export const staffActs: Feature = {
  name: 'staff-acts',
  tables: ['staff_acts'],
  kept: [
    {
      what: 'What the people who run this KinWise did to your account, and why',
      why: 'So that they answer for it',
      until: 'As long as this KinWise; after you are erased without the reason',
    },
  ],
  personalData: [
    {
      table: 'staff_acts',
      exportSql: `select at, action, staff_role, reason, ticket, on_user = $1 as on_you from staff_acts
        where on_user = $1 or staff_id = $1 order by at`,
      eraseSql: `update staff_acts set
          reason = case when on_user = $1 then '' else reason end,
          ticket = case when on_user = $1 then '' else ticket end,
          ip = case when staff_id = $1 then null else ip end,
          agent = case when staff_id = $1 then null else agent end
        where on_user = $1 or staff_id = $1`,
    },
  ],
};
