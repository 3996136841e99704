import { givesAll } from '@kinwise/core/capabilities';
import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute, publicRoute, userRoute } from '../../platform/routes.ts';
import { householdSchema } from '../households/households.ts';
import { accept, invite, listInvitations, lookUp, resend, revoke, showInvitation } from './invitations.ts';
import {
  invitationCardSchema,
  invitationSchema,
  newInvitationSchema,
  resendSchema,
} from './invitations.schema.ts';

const tag = 'Invitations';
const one = z.object({ id });
const byToken = z.object({ token: z.string().min(1).max(200) });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'households/:id/invitations/',
    requires: 'members.invite',
    summary: 'All invitations to a household, the newest first',
    tag,
    params: one,
    householdParam: 'id',
    uncached: true,
    returns: z.object({ results: z.array(invitationSchema) }),
    work: async (ctx) => ({ results: await listInvitations(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'households/:id/invitations/',
    limits: ['invitation'],
    requires: 'members.invite',
    summary: 'Invite somebody by mail or by link',
    tag,
    params: one,
    householdParam: 'id',
    body: newInvitationSchema,
    returns: invitationSchema,
    status: 201,
    stepUpFor: (ctx, { body }) => givesAll(ctx.facts.role, body.role),
    work: async (ctx, { body }) => await invite(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'invitations/:id/resend/',
    limits: ['invitation'],
    requires: 'members.invite',
    summary: 'Send an invitation again with a new link; the old link is dead',
    tag,
    params: one,
    body: resendSchema,
    returns: invitationSchema,
    stepUpFor: async (ctx, { params }) =>
      givesAll(ctx.facts.role, (await showInvitation(ctx, params.id)).role),
    work: async (ctx, { params, body }) => await resend(ctx, params.id, body.expires_in_days),
  }),
  householdRoute({
    method: 'POST',
    path: 'invitations/:id/revoke/',
    requires: 'members.invite',
    summary: 'Take an invitation back',
    tag,
    params: one,
    returns: invitationSchema,
    work: async (ctx, { params }) => await revoke(ctx, params.id),
  }),
  publicRoute({
    method: 'GET',
    path: 'invitations/by-token/:token/',
    summary: 'What an invitation is about, for who holds its link',
    tag,
    params: byToken,
    limits: ['invitation_answer'],
    returns: invitationCardSchema,
    work: async (ctx, { params }) => await lookUp(ctx, params.token),
  }),
  userRoute({
    method: 'POST',
    path: 'invitations/by-token/:token/accept/',
    summary: 'Accept an invitation and join its household',
    tag,
    params: byToken,
    limits: ['invitation_answer'],
    returns: householdSchema,
    work: async (ctx, { params }) => await accept(ctx, params.token),
  }),
];
