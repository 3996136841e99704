import type { Feature } from '../../platform/feature.ts';

export const totp: Feature = {
  name: 'totp',
  tables: ['totp_devices'],
  personalData: [
    {
      table: 'totp_devices',
      exportSql: 'select created_at, confirmed_at from totp_devices where user_id = $1',
      eraseSql: 'delete from totp_devices where user_id = $1',
    },
  ],
};
