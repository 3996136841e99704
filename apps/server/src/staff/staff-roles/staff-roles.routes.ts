import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { staffRoute } from '../../platform/routes.ts';
import { reasonSchema } from '../staff-users/staff-users.schema.ts';
import { givingSchema, staffSchema } from './staff-roles.schema.ts';
import { give, listStaff, showOwnRole, take } from './staff-roles.ts';

const tag = 'Staff';

export const routes = [
  staffRoute({
    method: 'GET',
    path: 'admin/me/',
    staff: 'viewer',
    summary: 'Your own staff role',
    tag,
    returns: staffSchema,
    work: async (ctx) => await showOwnRole(ctx),
  }),
  staffRoute({
    method: 'GET',
    path: 'admin/staff/',
    staff: 'viewer',
    summary: 'Everybody who is staff',
    tag,
    returns: z.object({ results: z.array(staffSchema) }),
    work: async (ctx) => ({ results: await listStaff(ctx) }),
  }),
  staffRoute({
    method: 'POST',
    path: 'admin/staff/',
    staff: 'superadmin',
    stepUp: true,
    summary: 'Give somebody a staff role, in place of the one they had',
    tag,
    body: givingSchema,
    returns: staffSchema,
    work: async (ctx, { body }) => await give(ctx, body),
  }),
  staffRoute({
    method: 'POST',
    path: 'admin/staff/:id/take-role/',
    staff: 'superadmin',
    stepUp: true,
    summary: 'Take a staff role: it ends at once',
    tag,
    params: z.object({ id }),
    body: reasonSchema,
    status: 204,
    work: async (ctx, { params, body }) => {
      await take(ctx, params.id, body.reason);
    },
  }),
];
