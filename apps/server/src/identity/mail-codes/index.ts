import type { Feature } from '../../platform/feature.ts';
import { jobs } from './mail-codes.jobs.ts';
import { routes } from './mail-codes.routes.ts';

export const mailCodes: Feature = {
  name: 'mail-codes',
  routes,
  jobs,
  tables: ['mail_codes'],
  kept: [
    {
      what: 'Hashes of the codes in mails to you',
      why: 'So that each signs you in once, and only who asked for it',
      until: 'An hour at most',
      overdue: {
        sql: 'select count(*)::int as count from mail_codes where expires_at < $1',
        days: () => 1,
      },
    },
  ],
  personalData: [
    {
      table: 'mail_codes',
      exportSql: 'select created_at, expires_at, tries from mail_codes where user_id = $1',
      eraseSql: 'delete from mail_codes where user_id = $1',
    },
  ],
};
