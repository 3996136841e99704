import { z } from 'zod';
import { publicRoute, publicSteps } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { signedInSchema } from '../login/login.ts';
import { exchange, register, resend, verifyEmail } from './registration.ts';
import { exchangeSchema, registerSchema, resendSchema, tokenSchema } from './registration.schema.ts';

const tag = 'Signing in';

const verify = (path: string): Route =>
  publicRoute({
    method: 'POST',
    path,
    summary: 'Confirm an address by the link of the mail',
    tag,
    limits: ['verify'],
    body: tokenSchema,
    returns: z.object({ exchange_token: z.string() }),
    work: async (ctx, { body }) => await verifyEmail(ctx, body.token),
  });

const sendAgain = (path: string): Route =>
  publicRoute({
    method: 'POST',
    path,
    summary: 'Send the link again',
    tag,
    limits: ['resend'],
    body: resendSchema,
    returns: z.object({ message: z.string() }),
    status: 202,
    work: async (ctx, { body }) => await resend(ctx, body),
  });

export const routes: readonly Route[] = [
  publicSteps({
    method: 'POST',
    path: 'auth/register/',
    summary: 'Register; the same answer for an address that has an account',
    tag,
    body: registerSchema,
    returns: z.object({ message: z.string(), email: z.string() }),
    status: 202,
    work: async (steps, { body }) => await register(steps, body),
  }),
  verify('auth/email/verify/'),
  verify('auth/verify-email/'),
  sendAgain('auth/email/resend/'),
  sendAgain('auth/resend-verification/'),
  publicSteps({
    method: 'POST',
    path: 'auth/exchange-token/',
    summary: 'Trade the answer of a verification for a session',
    tag,
    limits: ['exchange'],
    body: exchangeSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await exchange(steps, body),
  }),
];
