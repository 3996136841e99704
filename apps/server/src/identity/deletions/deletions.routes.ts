import { userRoute } from '../../platform/routes.ts';
import type { Method, Route } from '../../platform/routes.ts';
import { deletionSchema } from './deletions.schema.ts';
import { askDeletion, cancelDeletion, showDeletion } from './deletions.ts';

const tag = 'Privacy';

const OLD = { since: '2026-12-01', sunset: '2027-12-01', instead: 'users/me/' } as const;

/** The addresses under `users/me/` are other names of the same. */
const ask = (method: Method, path: string, more: Pick<Route, 'deprecated'> = {}): Route =>
  userRoute({
    ...more,
    method,
    path,
    summary: 'Ask to be erased; you are signed out everywhere and can change your mind for a while',
    tag,
    returns: deletionSchema,
    status: 202,
    stepUp: true,
    work: async (ctx) => await askDeletion(ctx),
  });

const show = (path: string): Route =>
  userRoute({
    method: 'GET',
    path,
    summary: 'Whether you asked to be erased, and what would happen to your households',
    tag,
    returns: deletionSchema,
    work: async (ctx) => await showDeletion(ctx),
  });

export const routes: readonly Route[] = [
  show('privacy/deletion/'),
  show('users/me/deletion/'),
  ask('POST', 'privacy/deletion/'),
  ask('DELETE', 'users/me/'),
  ask('DELETE', 'users/me/delete-account/', { deprecated: OLD }),
  userRoute({
    method: 'POST',
    path: 'users/me/deletion/cancel/',
    summary: 'Keep the account after all',
    tag,
    returns: deletionSchema,
    work: async (ctx) => await cancelDeletion(ctx),
  }),
];
