import type { Feature } from '../../platform/feature.ts';

export const backupCodes: Feature = {
  name: 'backup-codes',
  tables: ['backup_codes'],
  invariants: [
    {
      name: 'who has backup codes has a second factor that they stand in for',
      sql: `select b.user_id from backup_codes b
            where not exists (select 1 from totp_devices t where t.user_id = b.user_id and t.confirmed_at is not null)
              and not exists (select 1 from passkeys p where p.user_id = b.user_id)`,
    },
  ],
  kept: [
    {
      what: 'Backup codes as hashes, the secret that your authenticator app shares with us encrypted, public halves of passkeys',
      why: 'So that nobody gets in with your password alone, if you want it so',
      until: 'Until you remove them',
    },
  ],
  personalData: [
    {
      table: 'backup_codes',
      exportSql: 'select created_at from backup_codes where user_id = $1',
      eraseSql: 'delete from backup_codes where user_id = $1',
    },
  ],
};
