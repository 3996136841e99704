import { z } from 'zod';
import { signedInSchema } from '../../identity/login/login.ts';
import { id } from '../../platform/fields.ts';
import { householdRoute, publicSteps } from '../../platform/routes.ts';
import {
  linkCardSchema,
  linkSchema,
  lookSchema,
  newLinkSchema,
  openingSchema,
} from './child-links.schema.ts';
import { dropLink, lookAtLink, makeLink, openLink } from './child-links.ts';

const tag = 'Children';
const requires = 'members.manage';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'children/:id/link/',
    requires,
    summary: 'Make a link that signs a child in on a device, once and within minutes',
    tag,
    params: one,
    stepUp: true,
    opens: true,
    body: newLinkSchema,
    returns: linkSchema,
    status: 201,
    work: async (ctx, { params, body }) => await makeLink(ctx, params.id, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'children/:id/link/',
    requires,
    summary: 'Take back a device link that was not opened yet',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await dropLink(ctx, params.id);
    },
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/child-link/look/',
    summary: 'Whom a device link would let in; it stays unused',
    tag,
    limits: ['child_sign_in'],
    body: lookSchema,
    returns: linkCardSchema,
    work: async (steps, { body }) => await lookAtLink(steps, body.token),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/child-link/',
    summary: 'Open a device link: a session of the child on this device',
    tag,
    limits: ['child_sign_in'],
    body: openingSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await openLink(steps, body),
  }),
];
