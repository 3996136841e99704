import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute, userSteps } from '../../platform/routes.ts';
import { changeKey, extendKey, listKeys, makeKey, revokeKey, rotateKey } from './api-keys.ts';
import {
  apiKeySchema,
  apiKeysSchema,
  changeSchema,
  extensionSchema,
  madeSchema,
  makingSchema,
  renewalSchema,
} from './api-keys.schema.ts';

const tag = 'API keys';
const one = z.object({ id });

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/api-keys/',
    summary: 'Your API keys, and how long one may live',
    tag,
    returns: apiKeysSchema,
    work: async (ctx) => await listKeys(ctx),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/api-keys/',
    summary: 'Make an API key, which is shown this once',
    tag,
    stepUp: true,
    body: makingSchema,
    returns: madeSchema,
    status: 201,
    work: async (steps, { body }) => await makeKey(steps, body),
  }),
  userRoute({
    method: 'PATCH',
    path: 'auth/api-keys/:id/',
    summary: 'Rename an API key, or let it expire sooner',
    tag,
    params: one,
    body: changeSchema,
    returns: apiKeySchema,
    work: async (ctx, { params, body }) => await changeKey(ctx, params.id, body),
  }),
  userRoute({
    method: 'POST',
    path: 'auth/api-keys/:id/extend/',
    summary: 'Let an API key live until a later day',
    tag,
    stepUp: true,
    params: one,
    body: extensionSchema,
    returns: apiKeySchema,
    work: async (ctx, { params, body }) => await extendKey(ctx, params.id, body.expires_in_days),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/api-keys/:id/rotate/',
    summary: 'Make an API key anew: a new secret, shown this once, for the same key',
    tag,
    stepUp: true,
    params: one,
    body: renewalSchema,
    returns: madeSchema,
    work: async (steps, { params, body }) => await rotateKey(steps, params.id, body),
  }),
  userRoute({
    method: 'DELETE',
    path: 'auth/api-keys/:id/',
    summary: 'Revoke an API key: it is over at once',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await revokeKey(ctx, params.id);
    },
  }),
];
