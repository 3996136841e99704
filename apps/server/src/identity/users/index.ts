import type { Feature } from '../../platform/feature.ts';
import { routes } from './users.routes.ts';

export const users: Feature = {
  name: 'users',
  routes,
  tables: ['users'],
  invariants: [
    {
      name: 'a username and its key come together',
      sql: 'select id from users where (username is null) <> (username_key is null)',
    },
  ],
  personalData: [
    {
      table: 'users',
      exportSql: `select id, email, username, first_name, last_name, chosen_name, phone, country, locale, time_zone,
        preferences, email_verified_at, onboarding_completed_at, password_changed_at, terms_accepted_at, privacy_accepted_at, last_login_at, deletion_requested_at, created_at
        from users where id = $1`,
      // The id stays, because entries that others share name it, and who stands behind it has a neutral name.
      eraseSql: `update users set email = '', email_key = 'erased:' || id, username = null, username_key = null,
        password_hash = null, password_changed_at = null, first_name = 'Former member', last_name = '',
        chosen_name = '', phone = null, country = null, onboarding_completed_at = null,
        locale = 'en-NZ', time_zone = 'UTC', preferences = '{}', email_verified_at = null,
        terms_accepted_at = null, privacy_accepted_at = null, last_login_at = null,
        token_version = token_version + 1, version = version + 1,
        deleted_at = coalesce(deleted_at, $2), erased_at = $2, updated_at = $2 where id = $1`,
    },
  ],
  kept: [
    {
      what: 'Your account: address, names, username, language, time zone, your password as a hash, and what you chose to add: telephone number and country',
      why: 'So that you can sign in, and others in your household know who you are',
      until: (config) =>
        `As long as the account lives, and ${config.DELETION_GRACE_DAYS} days after you asked to be erased`,
      overdue: {
        sql: 'select count(*)::int as count from users where deletion_due_at < $1 and erased_at is null',
        days: () => 1,
      },
    },
    {
      what: 'Accounts whose address was never confirmed',
      why: 'So that the link in the mail still works after a while',
      until: (config) => `${config.UNVERIFIED_DAYS} days`,
      overdue: {
        sql: `select count(*)::int as count from users u where u.updated_at < $1 and u.email_verified_at is null
          and u.erased_at is null and not u.is_demo and not exists (select from memberships m where m.user_id = u.id)`,
        days: (config) => config.UNVERIFIED_DAYS + 1,
      },
    },
  ],
};
