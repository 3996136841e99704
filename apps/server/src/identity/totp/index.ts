import type { Feature } from '../../platform/feature.ts';

export const totp: Feature = {
  name: 'totp',
  tables: ['totp_devices'],
  sealed: [{ table: 'totp_devices', column: 'secret_cipher', key: ['user_id'] }],
  personalData: [
    {
      table: 'totp_devices',
      exportSql: 'select created_at, confirmed_at from totp_devices where user_id = $1',
      eraseSql: 'delete from totp_devices where user_id = $1',
    },
  ],
};
