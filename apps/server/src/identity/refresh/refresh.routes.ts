import { z } from 'zod';
import { Reply, publicSteps } from '../../platform/routes.ts';
import { signedInBy } from '../sessions/sessions.ts';
import { NO_REFRESH_COOKIE, logOut, refresh, refreshCookie } from './refresh.ts';
import { refreshSchema, refreshedSchema, tokenSchema } from './refresh.schema.ts';

const tag = 'Sessions';

export const routes = [
  publicSteps({
    method: 'POST',
    path: 'auth/token/refresh/',
    summary: 'A new access token, by the cookie (with X-CSRF-Token) or the refresh token of a native client',
    tag,
    body: refreshSchema,
    returns: refreshedSchema,
    work: async (steps, { headers, cookies, body }) => {
      const { session, access, refreshToken, isRisky } = await refresh(
        steps,
        { headers, cookies },
        body.refresh_token,
      );
      const answer = {
        access: access.token,
        access_token: access.token,
        expires_in: access.seconds,
        token_type: 'Bearer' as const,
        ...(isRisky && { step_up_required: true as const }),
      };
      return session.client === 'native'
        ? new Reply({ ...answer, refresh_token: refreshToken })
        : new Reply(answer, { cookies: [refreshCookie(steps.ground, session, refreshToken)] });
    },
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/logout/',
    summary: 'End this session',
    tag,
    status: 204,
    work: async (steps, { headers, cookies }) => {
      await logOut(steps, { headers, cookies });
      return new Reply(undefined, { status: 204, cookies: [NO_REFRESH_COOKIE] });
    },
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/token/verify/',
    summary: 'Whether an access token is good at this moment',
    tag,
    limits: ['token_verify'],
    body: tokenSchema,
    returns: z.object({ valid: z.boolean() }),
    work: async (steps, { body }) => {
      const found = await signedInBy(steps, body.token);
      return { valid: found !== undefined && found.watch?.remaining !== 0 };
    },
  }),
];
