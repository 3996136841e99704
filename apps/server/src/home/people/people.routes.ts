import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { membershipSchema } from '../memberships/memberships.schema.ts';
import { showPerson } from './people.ts';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'users/:id/',
    requires: 'household.view',
    summary: 'Somebody with whom you share the household',
    tag: 'Members',
    params: z.object({ id }),
    // A member's name is theirs to change, outside of this household and its log.
    uncached: true,
    returns: membershipSchema,
    work: async (ctx, { params }) => await showPerson(ctx, params.id),
  }),
];
