import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { userRoute } from '../../platform/routes.ts';
import {
  KINDS,
  administratorSchema,
  askedTierSchema,
  handOverSchema,
  invitedSchema,
  newOrganisationSchema,
  organisationChangeSchema,
  organisationInvitationSchema,
  organisationSchema,
  waitingInvitationSchema,
} from './organisations.schema.ts';
import {
  askTier,
  change,
  close,
  found,
  handOver,
  invite,
  leave,
  listAdministrators,
  listInvitations,
  listOrganisations,
  lookUp,
  removeAdministrator,
  showOrganisation,
  takeBack,
} from './organisations.ts';

const tag = 'Organisations';
const one = { tag, params: z.object({ id }) };

export const routes = [
  userRoute({
    method: 'GET',
    path: 'organisations/',
    summary: 'The organisations that you administer',
    tag,
    returns: z.object({ results: z.array(organisationSchema) }),
    work: async (ctx) => ({ results: await listOrganisations(ctx) }),
  }),
  userRoute({
    method: 'POST',
    path: 'organisations/',
    summary: 'Make an organisation, with yourself as its owner',
    tag,
    limits: ['household'],
    body: newOrganisationSchema,
    returns: organisationSchema,
    status: 201,
    work: async (ctx, { body }) => await found(ctx, body),
  }),
  userRoute({
    ...one,
    method: 'GET',
    path: 'organisations/:id/',
    summary: 'One organisation',
    returns: organisationSchema,
    work: async (ctx, { params }) => await showOrganisation(ctx, params.id),
  }),
  userRoute({
    ...one,
    method: 'PATCH',
    path: 'organisations/:id/',
    summary: 'Change an organisation; its owner',
    body: organisationChangeSchema,
    returns: organisationSchema,
    work: async (ctx, { params, body, ifVersion }) => await change(ctx, { id: params.id, ifVersion }, body),
  }),
  userRoute({
    ...one,
    method: 'POST',
    path: 'organisations/:id/ask-tier/',
    summary: 'Ask for room for more households, or fewer; its owner. Whoever runs this KinWise decides',
    body: askedTierSchema,
    returns: organisationSchema,
    work: async (ctx, { params, body }) => await askTier(ctx, params.id, body.tier),
  }),
  userRoute({
    ...one,
    method: 'POST',
    path: 'organisations/:id/close/',
    summary: 'Close an organisation that no household belongs to; its owner',
    stepUp: true,
    status: 204,
    work: async (ctx, { params }) => {
      await close(ctx, params.id);
    },
  }),
  userRoute({
    ...one,
    method: 'POST',
    path: 'organisations/:id/hand-over/',
    summary: 'Make another administrator the owner',
    stepUp: true,
    body: handOverSchema,
    returns: organisationSchema,
    work: async (ctx, { params, body }) => await handOver(ctx, params.id, body.user_id),
  }),
  userRoute({
    ...one,
    method: 'GET',
    path: 'organisations/:id/administrators/',
    summary: 'Who administers it',
    returns: z.object({ results: z.array(administratorSchema) }),
    work: async (ctx, { params }) => ({ results: await listAdministrators(ctx, params.id) }),
  }),
  userRoute({
    method: 'DELETE',
    path: 'organisations/:id/administrators/:user_id/',
    summary: 'Remove an administrator; its owner',
    tag,
    params: z.object({ id, user_id: id }),
    status: 204,
    work: async (ctx, { params }) => {
      await removeAdministrator(ctx, params.id, params.user_id);
    },
  }),
  userRoute({
    ...one,
    method: 'POST',
    path: 'organisations/:id/leave/',
    summary: 'Be no administrator any more',
    status: 204,
    work: async (ctx, { params }) => {
      await leave(ctx, params.id);
    },
  }),
  userRoute({
    ...one,
    method: 'POST',
    path: 'organisations/:id/invitations/',
    summary: 'Invite an administrator or a household by mail',
    limits: ['invitation'],
    body: organisationInvitationSchema,
    returns: invitedSchema,
    status: 201,
    work: async (ctx, { params, body }) => await invite(ctx, params.id, body),
  }),
  userRoute({
    ...one,
    method: 'GET',
    path: 'organisations/:id/invitations/',
    summary: 'Invitations that were not taken up yet',
    returns: z.object({ results: z.array(waitingInvitationSchema) }),
    work: async (ctx, { params }) => ({ results: await listInvitations(ctx, params.id) }),
  }),
  userRoute({
    method: 'DELETE',
    path: 'organisations/:id/invitations/:invitation_id/',
    summary: 'Take an invitation back',
    tag,
    params: z.object({ id, invitation_id: id }),
    status: 204,
    work: async (ctx, { params }) => {
      await takeBack(ctx, params.id, params.invitation_id);
    },
  }),
  userRoute({
    method: 'GET',
    path: 'organisations/by-token/:token/',
    summary: 'What an invitation is about, for whom it went to',
    tag,
    limits: ['invitation_answer'],
    params: z.object({ token: z.string().max(200) }),
    returns: z.object({ organisation_name: z.string(), kind: z.enum(KINDS), expires_at: instant }),
    work: async (ctx, { params }) => await lookUp(ctx, params.token),
  }),
];
