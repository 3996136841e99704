import type { Feature } from '../../platform/feature.ts';
import { jobs } from './exports.jobs.ts';
import { routes } from './exports.routes.ts';

export const exports: Feature = {
  name: 'exports',
  routes,
  jobs,
  tables: ['data_exports'],
  personalData: [
    {
      table: 'data_exports',
      exportSql: `select status, requested_at, ready_at, expires_at, size_bytes from data_exports where user_id = $1
        order by requested_at`,
      eraseSql: 'delete from data_exports where user_id = $1',
    },
  ],
  kept: [
    {
      what: 'Copies of your data that you asked for',
      why: 'So that you can fetch them',
      until: (config) => `The file ${config.EXPORT_HOURS} hours; that you asked for it, 90 days`,
      overdue: {
        sql: `select count(*)::int as count from data_exports where status = 'ready' and expires_at < $1`,
        days: () => 1,
      },
    },
  ],
};
