import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute, userSteps } from '../../platform/routes.ts';
import {
  beginRegistration,
  finishRegistration,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from './passkeys.ts';
import {
  optionsSchema,
  passkeySchema,
  registeredSchema,
  registrationSchema,
  renameSchema,
} from './passkeys.schema.ts';

const tag = 'Second factors';
const one = z.object({ id });

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/passkeys/',
    summary: 'Your passkeys',
    tag,
    returns: z.object({ results: z.array(passkeySchema) }),
    work: async (ctx) => ({ results: await listPasskeys(ctx, ctx.actor.userId) }),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/passkeys/register/options/',
    summary: 'What the browser needs to make a passkey',
    tag,
    stepUp: true,
    returns: optionsSchema,
    work: async (steps) => await beginRegistration(steps),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/passkeys/register/verify/',
    summary: 'Add the passkey that the browser made; with the first factor come backup codes',
    tag,
    body: registrationSchema,
    returns: registeredSchema,
    status: 201,
    work: async (steps, { body }) => await finishRegistration(steps, body),
  }),
  userRoute({
    method: 'PATCH',
    path: 'auth/passkeys/:id/',
    summary: 'Rename a passkey',
    tag,
    params: one,
    body: renameSchema,
    returns: passkeySchema,
    work: async (ctx, { params, body }) => await renamePasskey(ctx, params.id, body.name),
  }),
  userRoute({
    method: 'DELETE',
    path: 'auth/passkeys/:id/',
    summary: 'Remove a passkey',
    tag,
    stepUp: true,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await removePasskey(ctx, params.id);
    },
  }),
];
