import { userRoute } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { presenceSchema } from './presence.schema.ts';
import { ping, showPresence } from './presence.ts';

const tag = 'Sessions';

const look = (path: string): Route =>
  userRoute({
    method: 'GET',
    path,
    summary:
      'This session: its device, what it has seen of its owner, when it is idle. Counts as no activity',
    tag,
    returns: presenceSchema,
    byItself: true,
    answersIdle: true,
    work: async (ctx) => await showPresence(ctx),
  });

export const routes: readonly Route[] = [
  look('session/'),
  look('session/ping/'),
  userRoute({
    method: 'POST',
    path: 'session/ping/',
    summary: 'Somebody sits there: the timeout begins anew, also within the grace',
    tag,
    returns: presenceSchema,
    // What counts is its own work, which knows of the grace.
    byItself: true,
    answersIdle: true,
    work: async (ctx) => await ping(ctx),
  }),
];
