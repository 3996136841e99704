import { publicSteps } from '../../platform/routes.ts';
import { checkCsrf } from '../csrf/csrf.ts';
import { signedInSchema } from '../login/login.ts';
import { providerParam, startedSchema } from '../oidc-flows/oidc-flows.ts';
import { cameBackSchema, callbackSchema, completionSchema } from './oidc.schema.ts';
import { callback, complete, start } from './oidc.ts';

const tag = 'Signing in';

export const routes = [
  publicSteps({
    method: 'GET',
    path: 'auth/oidc/:provider/start/',
    summary: 'Where to send the browser to sign in by a provider; sets the cookie by which it is known again',
    tag,
    limits: ['oidc_start'],
    params: providerParam,
    returns: startedSchema,
    work: async (steps, { params, cookies }) => await start(steps, { ...params, cookies }),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/oidc/:provider/callback/',
    summary: 'Sign in with what the provider put into the address; who is new goes on with register',
    tag,
    limits: ['oidc_callback'],
    params: providerParam,
    body: callbackSchema,
    returns: cameBackSchema,
    work: async (steps, { params, cookies, headers, body }) => {
      checkCsrf(steps.ground, { headers, cookies });
      return await callback(steps, { ...params, cookies }, body);
    },
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/oidc/:provider/register/',
    summary: 'Accept the terms and make the account of who came from a provider',
    tag,
    params: providerParam,
    body: completionSchema,
    returns: signedInSchema,
    work: async (steps, { params, cookies, headers, body }) => {
      checkCsrf(steps.ground, { headers, cookies });
      return await complete(steps, { ...params, cookies }, body);
    },
  }),
];
