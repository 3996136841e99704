import { z } from 'zod';
import { tokenSchema } from '../../identity/registration/registration.schema.ts';
import { id } from '../../platform/fields.ts';
import { householdRoute, publicSteps } from '../../platform/routes.ts';
import { childSchema } from '../children/children.schema.ts';
import { offerSchema, takeOverSchema } from './growing-up.schema.ts';
import { lookAtOffer, offer, takeBack, takeOver } from './growing-up.ts';

const tag = 'Children';
const requires = 'members.manage';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'children/:id/grow-up/',
    requires,
    summary: 'Offer a child its account: it takes it over by mail, with a password of its own',
    tag,
    params: one,
    stepUp: true,
    body: offerSchema,
    returns: childSchema,
    work: async (ctx, { params, body }) => await offer(ctx, params.id, body.email),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'children/:id/grow-up/',
    requires,
    summary: 'Take the offer back',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await takeBack(ctx, params.id);
    },
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/grow-up/look/',
    summary: 'Whose account a link offers; it stays unused',
    tag,
    limits: ['verify'],
    body: tokenSchema,
    returns: z.object({ name: z.string(), email: z.string() }),
    work: async (steps, { body }) => await lookAtOffer(steps, body.token),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/grow-up/',
    summary: 'Take an account over that guardians looked after',
    tag,
    limits: ['reset_confirm'],
    body: takeOverSchema,
    returns: z.object({ message: z.string() }),
    work: async (steps, { body }) => await takeOver(steps, body),
  }),
];
