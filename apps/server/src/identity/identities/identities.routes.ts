import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute, userSteps } from '../../platform/routes.ts';
import { providerParam, startedSchema } from '../oidc-flows/oidc-flows.ts';
import { identitySchema, linkSchema } from './identities.schema.ts';
import { beginLink, finishLink, listIdentities, unlink } from './identities.ts';

const tag = 'Signing in';
const listSchema = z.object({ results: z.array(identitySchema) });

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/oidc/identities/',
    summary: 'Your accounts at Google and other providers that sign you in here',
    tag,
    returns: listSchema,
    work: async (ctx) => await listIdentities(ctx, ctx.actor.userId),
  }),
  userRoute({
    method: 'DELETE',
    path: 'auth/oidc/identities/:id/',
    summary: 'Unlink one of them, unless it is the only way in',
    tag,
    stepUp: true,
    params: z.object({ id }),
    status: 204,
    work: async (ctx, { params }) => {
      await unlink(ctx, params.id);
    },
  }),
  userSteps({
    method: 'POST',
    path: 'auth/oidc/:provider/link/',
    summary: 'Where to send the browser to link your account at a provider',
    tag,
    stepUp: true,
    limits: ['oidc_start'],
    params: providerParam,
    returns: startedSchema,
    work: async (steps, { params, cookies }) => await beginLink(steps, { ...params, cookies }),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/oidc/:provider/link/callback/',
    summary: 'Link the account at the provider, with what it put into the address',
    tag,
    limits: ['oidc_callback'],
    params: providerParam,
    body: linkSchema,
    returns: listSchema,
    work: async (steps, { params, cookies, body }) => await finishLink(steps, { ...params, cookies }, body),
  }),
];
