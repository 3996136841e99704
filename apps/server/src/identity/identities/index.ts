import type { Feature } from '../../platform/feature.ts';
import { routes } from './identities.routes.ts';

export const identities: Feature = {
  name: 'identities',
  routes,
  tables: ['oidc_identities'],
  invariants: [
    {
      name: 'who signs in by a provider has a verified address',
      sql: `select i.id from oidc_identities i join users u on u.id = i.user_id
        where u.email_verified_at is null and u.deleted_at is null`,
    },
  ],
  kept: [
    {
      what: 'Your accounts at Google and other providers that you sign in with: who you are there, and the address',
      why: 'So that they sign you in',
      until: 'Until you unlink them',
    },
  ],
  personalData: [
    {
      table: 'oidc_identities',
      exportSql: `select provider, issuer, subject, email, created_at, last_used_at from oidc_identities
        where user_id = $1`,
      eraseSql: 'delete from oidc_identities where user_id = $1',
    },
  ],
};
