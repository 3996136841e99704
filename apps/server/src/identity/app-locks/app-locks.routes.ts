import { userRoute } from '../../platform/routes.ts';
import { presenceSchema } from '../presence/presence.schema.ts';
import { appLockSchema } from './app-locks.schema.ts';
import { lengthens, setAppLock } from './app-locks.ts';

export const routes = [
  userRoute({
    method: 'POST',
    path: 'session/app-lock/',
    summary: 'This device locks the app by itself, or no longer does: with it a session may idle for ever',
    tag: 'Sessions',
    body: appLockSchema,
    returns: presenceSchema,
    stepUpFor: async (ctx, { body }) => await lengthens(ctx, body),
    work: async (ctx, { body }) => await setAppLock(ctx, body),
  }),
];
