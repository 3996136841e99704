import { givesAll } from '@kinwise/core/capabilities';
import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { changeRole, deactivate, listMembers, showMember } from './memberships.ts';
import { STATUSES, membershipSchema, roleChangeSchema } from './memberships.schema.ts';

const tag = 'Members';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'households/:id/members/',
    requires: 'household.view',
    summary: 'The members of a household, also those who left',
    tag,
    params: one,
    householdParam: 'id',
    // A member's name is theirs to change, outside of this household and its log.
    uncached: true,
    query: z.strictObject({ status: z.enum(STATUSES).optional(), household: id.optional() }),
    returns: z.object({ results: z.array(membershipSchema) }),
    work: async (ctx, { query }) => ({ results: await listMembers(ctx, { status: query.status }) }),
  }),
  householdRoute({
    method: 'GET',
    path: 'memberships/:id/',
    requires: 'household.view',
    summary: 'One member',
    tag,
    params: one,
    uncached: true,
    returns: membershipSchema,
    work: async (ctx, { params }) => await showMember(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'memberships/:id/',
    requires: 'members.manage',
    summary: 'Change the role of a member, never above your own',
    tag,
    params: one,
    body: roleChangeSchema,
    returns: membershipSchema,
    stepUpFor: (ctx, { body }) => givesAll(ctx.facts.role, body.role),
    work: async (ctx, { params, body, ifVersion }) =>
      await changeRole(ctx, { id: params.id, ifVersion }, body.role),
  }),
  householdRoute({
    method: 'POST',
    path: 'memberships/:id/deactivate/',
    requires: 'members.manage',
    summary: 'End somebody’s membership',
    tag,
    params: one,
    returns: membershipSchema,
    work: async (ctx, { params }) => await deactivate(ctx, params.id),
  }),
];
