import { z } from 'zod';
import { Reply, publicSteps } from '../../platform/routes.ts';
import { csrfPair } from './csrf.ts';

export const routes = [
  publicSteps({
    method: 'GET',
    path: 'auth/csrf/',
    summary: 'A token to send as X-CSRF-Token with calls by cookie',
    tag: 'Signing in',
    returns: z.object({ csrf_token: z.string() }),
    work: async ({ ground }, { cookies }) => {
      const { token, cookie } = csrfPair(ground, cookies);
      return await Promise.resolve(new Reply({ csrf_token: token }, { cookies: [cookie] }));
    },
  }),
];
