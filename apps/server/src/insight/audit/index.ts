import type { Feature } from '../../platform/feature.ts';
import { routes } from './audit.routes.ts';

export const audit: Feature = {
  name: 'audit',
  routes,
  tables: ['audit_seals', 'audit_subjects'],
  personalData: [
    {
      table: 'audit_entries',
      exportSql:
        'select at, action, entity, success, ip, agent from audit_entries where actor_id = $1 order by at',
      eraseSql: 'select kinwise.forget_in_audit($1)',
    },
  ],
};
