import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute, staffRoute } from '../../platform/routes.ts';
import { grantSchema, openingSchema } from './staff-access.schema.ts';
import { endByHousehold, endByStaff, listGrants, listGrantsOf, open } from './staff-access.ts';

const tag = 'Staff access';
const one = z.object({ id });

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/households/:id/access/',
    staff: 'viewer',
    summary: 'Who of the staff may look into a household, or could',
    tag,
    params: one,
    returns: z.object({ results: z.array(grantSchema) }),
    work: async (ctx, { params }) => ({ results: await listGrantsOf(ctx, params.id) }),
  }),
  staffRoute({
    method: 'POST',
    path: 'admin/households/:id/access/',
    staff: 'manager',
    stepUp: true,
    summary: 'Look into a household for a while, with a reason that its admins read at once',
    tag,
    params: one,
    body: openingSchema,
    returns: grantSchema,
    status: 201,
    work: async (ctx, { params, body }) => await open(ctx, params.id, body),
  }),
  staffRoute({
    method: 'POST',
    path: 'admin/access/:id/end/',
    staff: 'viewer',
    summary: 'End looking into a household',
    tag,
    params: one,
    returns: grantSchema,
    work: async (ctx, { params }) => await endByStaff(ctx, params.id),
  }),
  householdRoute({
    method: 'GET',
    path: 'staff-access/',
    requires: 'staff_access.manage',
    summary: 'Who of KinWise’s staff may look into the household, or has looked',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    // It ends by the clock.
    uncached: true,
    returns: z.object({ results: z.array(grantSchema) }),
    work: async (ctx) => ({ results: await listGrants(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'staff-access/:id/end/',
    requires: 'staff_access.manage',
    summary: 'End it now: from this moment on staff see nothing',
    tag,
    params: one,
    returns: grantSchema,
    work: async (ctx, { params }) => await endByHousehold(ctx, params.id),
  }),
];
