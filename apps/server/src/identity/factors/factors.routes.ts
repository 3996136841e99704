import { userRoute, userSteps } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  disableAuthenticator,
  renewCodes,
  showFactors,
} from './factors.ts';
import { bothSchema, codesSchema, firstCodeSchema, setupSchema, statusSchema } from './factors.schema.ts';

const tag = 'Second factors';

/** `auth/mfa/status/` is another name of the same. */
const status = (path: string): Route =>
  userRoute({
    method: 'GET',
    path,
    summary: 'Your second factors',
    tag,
    returns: statusSchema,
    work: async (ctx) => await showFactors(ctx, ctx.actor.userId),
  });

/** What shows codes or secrets works in steps: such routes take no Idempotency-Key, so that no answer is kept. */
export const routes: readonly Route[] = [
  status('auth/mfa/'),
  status('auth/mfa/status/'),
  userSteps({
    method: 'POST',
    path: 'auth/mfa/totp/setup/',
    summary: 'A secret for an authenticator app; it counts after its first code',
    tag,
    stepUp: true,
    returns: setupSchema,
    work: async (steps) => await beginAuthenticator(steps),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/mfa/totp/confirm/',
    summary: 'Turn the authenticator app on by its first code; answers ten backup codes, once',
    tag,
    body: firstCodeSchema,
    returns: codesSchema,
    work: async (steps, { body }) => ({ backup_codes: await confirmAuthenticator(steps, body.code) }),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/mfa/totp/disable/',
    summary: 'Turn the authenticator app off; asks for password and factor',
    tag,
    stepUp: true,
    body: bothSchema,
    status: 204,
    work: async (steps, { body }) => {
      await disableAuthenticator(steps, body);
    },
  }),
  userSteps({
    method: 'POST',
    path: 'auth/mfa/backup-codes/',
    summary: 'Ten new backup codes in place of the old ones; asks for password and factor',
    tag,
    stepUp: true,
    body: bothSchema,
    returns: codesSchema,
    work: async (steps, { body }) => ({ backup_codes: await renewCodes(steps, body) }),
  }),
];
