import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { jobs } from './invitations.jobs.ts';
import { actionsOnInvitation, listInvitations } from './invitations.ts';
import { routes } from './invitations.routes.ts';
import { invitationSchema } from './invitations.schema.ts';

export const invitations: Feature = {
  name: 'invitations',
  routes,
  jobs,
  tables: ['invitations'],
  copies: [
    copiedWhole({
      entity: 'invitation',
      row: invitationSchema,
      requires: 'members.invite',
      list: listInvitations,
    }),
  ],
  personalData: [
    {
      table: 'invitations',
      exportSql: `select i.email, i.role, i.message, i.status, i.created_at, i.expires_at, i.invited_by = $1 as sent_by_you
        from invitations i where i.invited_by = $1 or i.accepted_by = $1
          or i.email_key in (select lower(email) from users where id = $1) order by i.created_at`,
      eraseSql: `delete from invitations i where i.invited_by = $1 or i.accepted_by = $1
        or i.email_key in (select lower(email) from users where id = $1)`,
    },
  ],
  kept: [
    {
      what: 'Invitations: the address, the role, what was written with it, and what came of it',
      why: 'So that an invitation can be taken up, sent again and taken back',
      until: (config) => `${config.INVITATIONS_KEPT_DAYS} days after their end`,
      overdue: {
        sql: `select count(*)::int as count from invitations i join households h on h.id = i.household_id
          where h.deleted_at is null and i.updated_at < $1 and i.status <> 'pending'`,
        days: (config) => config.INVITATIONS_KEPT_DAYS + 2,
      },
    },
  ],
  actions: { invitation: actionsOnInvitation },
  invariants: [
    {
      name: 'an invitation that was accepted has made a member',
      sql: `select i.household_id, i.id from invitations i where i.status = 'accepted' and not exists (
        select from memberships m where m.household_id = i.household_id and m.user_id = i.accepted_by)`,
    },
  ],
};
