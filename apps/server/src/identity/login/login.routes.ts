import { publicSteps } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { logIn } from './login.ts';
import { loginSchema, signedInSchema } from './login.schema.ts';

/** `auth/token/` is an older name of the same. */
export const routes: readonly Route[] = ['auth/login/', 'auth/token/'].map((path) =>
  publicSteps({
    method: 'POST',
    path,
    summary: 'Sign in by email or username',
    tag: 'Signing in',
    limits: ['login_minute', 'login_hour'],
    body: loginSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await logIn(steps, body),
  }),
);
