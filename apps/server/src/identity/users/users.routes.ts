import { userRoute } from '../../platform/routes.ts';
import { changeMe, changePreferences, lengthensIdle, showMe, showPreferences } from './users.ts';
import { meChangeSchema, meSchema, preferencesChangeSchema, preferencesReply } from './users.schema.ts';

const tag = 'Me';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'users/me/',
    summary: 'Who is signed in, with their households',
    tag,
    returns: meSchema,
    work: async (ctx) => await showMe(ctx, ctx.actor.userId),
  }),
  userRoute({
    method: 'PATCH',
    path: 'users/me/',
    summary: 'Change name, language, time zone or preferences',
    tag,
    body: meChangeSchema,
    returns: meSchema,
    stepUpFor: async (ctx, { body }) =>
      await lengthensIdle(ctx, ctx.actor.userId, body.preferences?.idle_timeout),
    work: async (ctx, { body, ifVersion }) => await changeMe(ctx, { id: ctx.actor.userId, ifVersion }, body),
  }),
  userRoute({
    method: 'GET',
    path: 'users/me/preferences/',
    summary: 'What the user chose',
    tag,
    returns: preferencesReply,
    work: async (ctx) => await showPreferences(ctx, ctx.actor.userId),
  }),
  userRoute({
    method: 'PATCH',
    path: 'users/me/preferences/',
    summary: 'Choose something else',
    tag,
    body: preferencesChangeSchema,
    returns: preferencesReply,
    stepUpFor: async (ctx, { body }) => await lengthensIdle(ctx, ctx.actor.userId, body.idle_timeout),
    work: async (ctx, { body }) => await changePreferences(ctx, ctx.actor.userId, body),
  }),
];
