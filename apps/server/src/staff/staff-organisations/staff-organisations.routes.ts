import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { listOf } from '../../platform/lists.ts';
import { staffRoute } from '../../platform/routes.ts';
import {
  staffOrganisationSchema,
  staffOrganisationsQuery,
  tierSchema,
} from './staff-organisations.schema.ts';
import { giveTier, listAll, showOne } from './staff-organisations.ts';

const tag = 'Staff';
const one = z.object({ id });

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/organisations/',
    staff: 'viewer',
    summary: 'Organisations, the newest first, with their room and who asks for more',
    tag,
    query: staffOrganisationsQuery,
    returns: listOf(staffOrganisationSchema),
    work: async (ctx, { query }) => await listAll(ctx, query),
  }),
  staffRoute({
    method: 'GET',
    path: 'admin/organisations/:id/',
    staff: 'viewer',
    summary: 'One organisation',
    tag,
    params: one,
    returns: staffOrganisationSchema,
    work: async (ctx, { params }) => await showOne(ctx, params.id),
  }),
  staffRoute({
    method: 'POST',
    path: 'admin/organisations/:id/tier/',
    staff: 'manager',
    stepUp: true,
    summary: 'Set how many households an organisation has room for; those it has stay',
    tag,
    params: one,
    body: tierSchema,
    returns: staffOrganisationSchema,
    work: async (ctx, { params, body, ifVersion }) => await giveTier(ctx, { id: params.id, ifVersion }, body),
  }),
];
