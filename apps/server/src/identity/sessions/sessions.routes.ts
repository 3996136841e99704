import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute } from '../../platform/routes.ts';
import { endKeys } from '../api-keys/api-keys.ts';
import { sessionSchema, terminationSchema } from './sessions.schema.ts';
import { endSession, endSessions, listSessions } from './sessions.ts';

const tag = 'Sessions';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/sessions/',
    summary: 'Where the user is signed in',
    tag,
    returns: z.object({ results: z.array(sessionSchema) }),
    work: async (ctx) => ({
      results: await listSessions(ctx, { user: ctx.actor.userId, current: ctx.actor.sessionId }),
    }),
  }),
  userRoute({
    method: 'DELETE',
    path: 'auth/sessions/:id/',
    summary: 'End one session',
    tag,
    params: z.object({ id }),
    status: 204,
    work: async (ctx, { params }) => {
      await endSession(ctx, { user: ctx.actor.userId, session: params.id });
    },
  }),
  userRoute({
    method: 'POST',
    path: 'auth/sessions/terminate-all/',
    summary: 'End all other sessions, and API keys too where that is meant',
    tag,
    body: terminationSchema,
    returns: z.object({ ended: z.number().int(), api_keys_ended: z.number().int() }),
    work: async (ctx, { body }) => ({
      ended: await endSessions(ctx, {
        user: ctx.actor.userId,
        reason: 'terminated',
        except: ctx.actor.sessionId,
      }),
      api_keys_ended: body.end_api_keys ? await endKeys(ctx, ctx.actor.userId, 'terminated') : 0,
    }),
  }),
];
