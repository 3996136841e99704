import type { Feature } from '../../platform/feature.ts';
import { jobs } from './oidc-flows.jobs.ts';
import { routes } from './oidc-flows.routes.ts';

export const oidcFlows: Feature = {
  name: 'oidc-flows',
  routes,
  jobs,
  tables: ['oidc_flows'],
  sealed: [{ table: 'oidc_flows', column: 'secrets_cipher', key: ['state_hash'] }],
  kept: [
    {
      what: 'That you are on the way to Google or another provider, and what it said of you until you accept the terms',
      why: 'So that what comes back is yours, and counts once',
      until: 'Minutes',
      overdue: {
        sql: `select (select count(*) from oidc_flows where expires_at < $1)::int
          + (select count(*) from oidc_arrivals where expires_at < $1)::int as count`,
        days: () => 2,
      },
    },
  ],
  personalData: [
    {
      table: 'oidc_flows',
      exportSql: 'select provider, purpose, expires_at from oidc_flows where user_id = $1',
      eraseSql: 'delete from oidc_flows where user_id = $1',
    },
  ],
};
