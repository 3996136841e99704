import type { Feature } from '../../platform/feature.ts';
import { jobs } from './email-changes.jobs.ts';
import { routes } from './email-changes.routes.ts';

export const emailChanges: Feature = {
  name: 'email-changes',
  routes,
  jobs,
  tables: ['email_changes'],
  kept: [
    {
      what: 'Changes of your address: the old one and the new one',
      why: 'So that the owner of the old one can undo what a thief did',
      until: (config) =>
        `${config.EMAIL_UNDO_DAYS} days after the change, or a day longer after it was asked for`,
      overdue: {
        sql: 'select count(*)::int as count from email_changes where undo_until < $1',
        days: () => 2,
      },
    },
  ],
  personalData: [
    {
      table: 'email_changes',
      exportSql: `select old_email, new_email, requested_at, confirmed_at, cancelled_at from email_changes
        where user_id = $1 order by requested_at`,
      // Others may have asked for the address of whoever is erased.
      eraseSql: `delete from email_changes where user_id = $1
        or lower(new_email) = (select lower(email) from users where id = $1 and email <> '')`,
    },
  ],
};
