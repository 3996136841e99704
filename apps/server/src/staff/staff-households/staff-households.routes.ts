import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { listOf } from '../../platform/lists.ts';
import { staffRoute } from '../../platform/routes.ts';
import { homePageSchema, homeSchema, homesQuery } from './staff-households.schema.ts';
import { listHomes, showHome } from './staff-households.ts';

const tag = 'Staff';

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/households/',
    staff: 'viewer',
    summary: 'Households, the newest first, by name or id; nothing of their money',
    tag,
    query: homesQuery,
    returns: listOf(homeSchema),
    work: async (ctx, { query }) => await listHomes(ctx, query),
  }),
  staffRoute({
    method: 'GET',
    path: 'admin/households/:id/',
    staff: 'viewer',
    summary: 'One household, with who belongs to it',
    tag,
    params: z.object({ id }),
    returns: homePageSchema,
    work: async (ctx, { params }) => await showHome(ctx, params.id),
  }),
];
