import { staffRoute } from '../../platform/routes.ts';
import { figuresQuery, figuresSchema } from './sign-in-figures.schema.ts';
import { showFigures } from './sign-in-figures.ts';

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/sign-ins/',
    staff: 'viewer',
    summary: 'How people signed in and failed to, by day or hour, where failures came from, and alerts',
    tag: 'Staff',
    query: figuresQuery,
    returns: figuresSchema,
    work: async (ctx, { query }) => await showFigures(ctx, query),
  }),
];
