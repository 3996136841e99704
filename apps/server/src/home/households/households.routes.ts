import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute, userRoute } from '../../platform/routes.ts';
import { leave, setPrimary, transferOwnership } from '../memberships/memberships.ts';
import {
  changeHousehold,
  createHousehold,
  deleteHousehold,
  listHouseholds,
  showHousehold,
  summarise,
} from './households.ts';
import {
  deletionSchema,
  householdChangeSchema,
  householdSchema,
  newHouseholdSchema,
  summarySchema,
  transferSchema,
} from './households.schema.ts';

const tag = 'Households';
/** These routes work in the household that their path names, whichever is the active one. */
const named = { tag, params: z.object({ id }), householdParam: 'id' };

export const routes = [
  userRoute({
    method: 'GET',
    path: 'households/',
    summary: 'The households you belong to, the primary one first',
    tag,
    returns: z.object({ results: z.array(householdSchema) }),
    work: async (ctx) => ({ results: await listHouseholds(ctx) }),
  }),
  userRoute({
    method: 'POST',
    path: 'households/',
    summary: 'Make a household, with yourself as its admin',
    tag,
    limits: ['household'],
    body: newHouseholdSchema,
    returns: householdSchema,
    status: 201,
    work: async (ctx, { body }) => await createHousehold(ctx, body),
  }),
  householdRoute({
    ...named,
    method: 'GET',
    path: 'households/:id/',
    requires: 'household.view',
    summary: 'One household',
    returns: householdSchema,
    work: async (ctx) => await showHousehold(ctx),
  }),
  householdRoute({
    ...named,
    method: 'PATCH',
    path: 'households/:id/',
    requires: 'household.edit',
    summary: 'Change a household',
    body: householdChangeSchema,
    returns: householdSchema,
    work: async (ctx, { body, ifVersion }) => await changeHousehold(ctx, ifVersion, body),
  }),
  householdRoute({
    ...named,
    method: 'DELETE',
    path: 'households/:id/',
    requires: 'household.delete',
    stepUp: true,
    summary: 'Delete a household with everything in it; confirm with its name in the body or as ?confirm=',
    query: z.strictObject({ confirm: z.string().max(200).optional(), household: id.optional() }),
    body: deletionSchema,
    status: 204,
    work: async (ctx, { body, query, ifVersion }) => {
      await deleteHousehold(ctx, { ifVersion, confirm: body.confirm ?? query.confirm });
    },
  }),
  householdRoute({
    ...named,
    method: 'GET',
    path: 'households/:id/summary/',
    requires: 'household.view',
    summary: 'Members and pay period of a household',
    returns: summarySchema,
    work: async (ctx) => await summarise(ctx),
  }),
  householdRoute({
    ...named,
    method: 'POST',
    path: 'households/:id/set-primary/',
    requires: 'household.view',
    summary: 'Make a household the one you start in',
    returns: householdSchema,
    work: async (ctx) => {
      await setPrimary(ctx);
      return await showHousehold(ctx);
    },
  }),
  householdRoute({
    ...named,
    method: 'POST',
    path: 'households/:id/leave/',
    requires: 'household.view',
    summary: 'Leave a household; its last admin hands it over first',
    status: 204,
    work: async (ctx) => {
      await leave(ctx);
    },
  }),
  householdRoute({
    ...named,
    method: 'POST',
    path: 'households/:id/transfer-ownership/',
    requires: 'household.transfer',
    stepUp: true,
    summary: 'Make another member the admin and step down',
    body: transferSchema,
    returns: householdSchema,
    work: async (ctx, { body }) => {
      await transferOwnership(ctx, body);
      return await showHousehold(ctx);
    },
  }),
];
