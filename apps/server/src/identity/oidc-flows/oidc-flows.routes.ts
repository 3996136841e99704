import { publicSteps } from '../../platform/routes.ts';
import { providersSchema } from './oidc-flows.schema.ts';
import { providerNames } from './oidc-flows.ts';

export const routes = [
  publicSteps({
    method: 'GET',
    path: 'auth/oidc/',
    summary: 'The providers that people can sign in with here',
    tag: 'Signing in',
    returns: providersSchema,
    work: async ({ ground }) => await Promise.resolve({ results: [...providerNames(ground)] }),
  }),
];
