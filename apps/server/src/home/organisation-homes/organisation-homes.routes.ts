import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute, userRoute } from '../../platform/routes.ts';
import { householdSchema } from '../households/households.ts';
import {
  acceptSchema,
  acceptedSchema,
  belongingSchema,
  newHomeSchema,
  sharingSchema,
} from './organisation-homes.schema.ts';
import { accept, leaveIt, makeHome, removeHome, share, showBelonging } from './organisation-homes.ts';

const tag = 'Organisations';

export const routes = [
  userRoute({
    method: 'POST',
    path: 'organisations/by-token/:token/accept/',
    summary: 'Take an invitation up, as an administrator or for a household',
    tag,
    limits: ['invitation_answer'],
    params: z.object({ token: z.string().max(200) }),
    body: acceptSchema,
    returns: acceptedSchema,
    work: async (ctx, { params, body }) => await accept(ctx, params.token, body),
  }),
  userRoute({
    method: 'POST',
    path: 'organisations/:id/households/',
    summary: 'Make a household under the organisation, with its currency and budget cycle',
    tag,
    limits: ['household'],
    params: z.object({ id }),
    body: newHomeSchema,
    returns: householdSchema,
    status: 201,
    work: async (ctx, { params, body }) => await makeHome(ctx, params.id, body),
  }),
  userRoute({
    method: 'DELETE',
    path: 'organisations/:id/households/:household_id/',
    summary: 'Let a household go',
    tag,
    params: z.object({ id, household_id: id }),
    status: 204,
    work: async (ctx, { params }) => {
      await removeHome(ctx, params.id, params.household_id);
    },
  }),
  householdRoute({
    method: 'GET',
    path: 'organisation/',
    requires: 'household.view',
    summary: 'Which organisation the household belongs to, and what it shares',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    // Its name is the organisation's to change.
    uncached: true,
    returns: belongingSchema,
    work: async (ctx) => await showBelonging(ctx),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'organisation/',
    requires: 'organisation.manage',
    summary: 'Choose what the household shares with its organisation',
    tag,
    body: sharingSchema,
    returns: belongingSchema,
    work: async (ctx, { body }) => await share(ctx, body.shares),
  }),
  householdRoute({
    method: 'POST',
    path: 'organisation/leave/',
    requires: 'organisation.manage',
    summary: 'Leave the organisation: from this moment on it sees nothing',
    tag,
    status: 204,
    work: async (ctx) => {
      await leaveIt(ctx);
    },
  }),
];
