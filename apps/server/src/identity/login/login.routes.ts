import { publicSteps } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { optionsSchema } from '../passkeys/passkeys.schema.ts';
import { askLoginPasskey, logIn, logInByPasskey, takeSecondFactor } from './login.ts';
import {
  loginSchema,
  passkeyLoginSchema,
  passkeyOptionsSchema,
  secondStepSchema,
  signedInSchema,
} from './login.schema.ts';

const tag = 'Signing in';

/** `auth/token/` is an older name of the same. */
const login = (path: string): Route =>
  publicSteps({
    method: 'POST',
    path,
    summary: 'Sign in by email or username; who has a second factor goes on with auth/login/mfa/',
    tag,
    limits: ['login_minute', 'login_hour'],
    body: loginSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await logIn(steps, body),
  });

export const routes: readonly Route[] = [
  login('auth/login/'),
  login('auth/token/'),
  publicSteps({
    method: 'POST',
    path: 'auth/login/mfa/',
    summary: 'The second step of signing in: a code of the authenticator app, a backup code or a passkey',
    tag,
    limits: ['second_step'],
    body: secondStepSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await takeSecondFactor(steps, body),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/passkeys/login/options/',
    summary: 'What the browser needs to sign in with a passkey, alone or as the second step',
    tag,
    limits: ['passkey_options'],
    body: passkeyOptionsSchema,
    returns: optionsSchema,
    work: async (steps, { body }) => await askLoginPasskey(steps, body.challenge_token),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/passkeys/login/verify/',
    summary: 'Sign in with a passkey alone',
    tag,
    limits: ['passkey_login'],
    body: passkeyLoginSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await logInByPasskey(steps, body),
  }),
];
