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
  actions: { invitation: actionsOnInvitation },
  invariants: [
    {
      name: 'an invitation that was accepted has made a member',
      sql: `select i.household_id, i.id from invitations i where i.status = 'accepted' and not exists (
        select from memberships m where m.household_id = i.household_id and m.user_id = i.accepted_by)`,
    },
  ],
};
