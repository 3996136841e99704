import type { Feature } from '../../platform/feature.ts';
import { jobs } from './security.jobs.ts';

export const security: Feature = {
  name: 'security',
  jobs,
  tables: ['security_entries', 'raised_alerts'],
  figures: [
    {
      name: 'kinwise_alerts_total',
      help: 'Alerts by what they are about',
      labels: ['alert'],
      sql: `select substr(action, 7) as alert, count(*)::int as value from security_entries where kind = 'alert' group by 1`,
    },
    {
      name: 'kinwise_security_entries_waiting',
      help: 'Security entries that have no link in the chain of the audit yet',
      labels: [],
      sql: 'select count(*)::int as value from security_entries where link is null',
    },
  ],
  kept: [
    {
      what: 'What happened around signing in, with network address and browser',
      why: 'So that you, and who watches over this KinWise, see attempts of others',
      until: (config) =>
        `${config.SECURITY_KEPT_DAYS} days; after you are erased, without anything that tells of you`,
    },
  ],
  personalData: [
    {
      table: 'security_entries',
      exportSql: 'select at, action, success, ip, agent from security_entries where user_id = $1 order by at',
      // They are chained with the audit, and erased with it: in platform/erasing.ts, before anything else goes.
    },
    {
      table: 'raised_alerts',
      exportSql: 'select cause, raised_at from raised_alerts where strpos(cause, $1::text) > 0',
      eraseSql: 'delete from raised_alerts where strpos(cause, $1::text) > 0',
    },
  ],
};
