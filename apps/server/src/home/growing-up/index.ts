import type { Feature } from '../../platform/feature.ts';
import { jobs } from './growing-up.jobs.ts';
import { routes } from './growing-up.routes.ts';

export const growingUp: Feature = {
  name: 'growing-up',
  routes,
  jobs,
  tables: ['growing_ups'],
  personalData: [
    {
      table: 'growing_ups',
      exportSql: `select email, created_at, expires_at, asked_by = $1 as asked_by_you from growing_ups
        where user_id = $1 or asked_by = $1 order by created_at`,
      eraseSql: 'delete from growing_ups where user_id = $1 or asked_by = $1',
    },
  ],
  kept: [
    {
      what: 'The address to which a child’s account was offered',
      why: 'So that the child can take the account over',
      until: (config) => `Until it does, and ${Math.ceil(config.GROW_UP_SECONDS / 86_400)} days at most`,
      overdue: {
        sql: 'select count(*)::int as count from growing_ups where expires_at < $1',
        days: () => 2,
      },
    },
  ],
};
