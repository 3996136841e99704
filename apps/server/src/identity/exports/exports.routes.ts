import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute } from '../../platform/routes.ts';
import type { Route } from '../../platform/routes.ts';
import { exportSchema } from './exports.schema.ts';
import { askExport, download, listExports, showExport } from './exports.ts';

const tag = 'Privacy';
const one = z.object({ id });
const many = z.object({ results: z.array(exportSchema) });

const OLD = { since: '2026-12-01', sunset: '2027-12-01', instead: 'privacy/export/' } as const;

/** `users/me/data-export/` is an older name of the same. */
const list = (path: string, more: Pick<Route, 'deprecated'> = {}): Route =>
  userRoute({
    ...more,
    method: 'GET',
    path,
    summary: 'The copies of your data that you asked for, newest first',
    tag,
    returns: many,
    work: async (ctx) => ({ results: await listExports(ctx, ctx.actor.userId) }),
  });

export const routes: readonly Route[] = [
  list('privacy/export/'),
  list('users/me/data-export/', { deprecated: OLD }),
  userRoute({
    method: 'POST',
    path: 'privacy/export/',
    summary: 'Ask for a copy of everything that is kept about you',
    tag,
    returns: exportSchema,
    status: 202,
    stepUp: true,
    work: async (ctx) => await askExport(ctx),
  }),
  userRoute({
    method: 'GET',
    path: 'privacy/export/:id/',
    summary: 'How far a copy is',
    tag,
    params: one,
    returns: exportSchema,
    work: async (ctx, { params }) => await showExport(ctx, params.id),
  }),
  userRoute({
    method: 'GET',
    path: 'privacy/export/:id/download/',
    summary: 'The copy itself, a ZIP of JSON and CSV',
    tag,
    params: one,
    file: ['application/zip'],
    stepUp: true,
    work: async (ctx, { params }) => await download(ctx, params.id),
  }),
];
