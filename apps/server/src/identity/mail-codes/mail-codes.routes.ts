import { publicSteps } from '../../platform/routes.ts';
import { signedInSchema } from '../login/login.ts';
import { requestSchema, requestedSchema, verifySchema } from './mail-codes.schema.ts';
import { requestCode, verifyCode } from './mail-codes.ts';

const tag = 'Signing in';

export const routes = [
  publicSteps({
    method: 'POST',
    path: 'auth/otp/request/',
    summary: 'Have a code mailed that signs in; the same answer whether there is an account or not',
    tag,
    limits: ['otp'],
    body: requestSchema,
    returns: requestedSchema,
    status: 202,
    work: async (steps, { body }) => await requestCode(steps, body.email),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/otp/verify/',
    summary: 'Sign in by the code of the newest mail; who has a second factor goes on with auth/login/mfa/',
    tag,
    limits: ['otp_verify'],
    body: verifySchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await verifyCode(steps, body),
  }),
];
