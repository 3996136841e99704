import type { Feature } from '../../platform/feature.ts';

export const security: Feature = {
  name: 'security',
  tables: ['security_entries'],
  personalData: [
    {
      table: 'security_entries',
      exportSql: 'select at, action, success, ip, agent from security_entries where user_id = $1 order by at',
    },
  ],
};
