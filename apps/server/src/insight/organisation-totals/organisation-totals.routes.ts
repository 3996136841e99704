import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute } from '../../platform/routes.ts';
import { sharedHomeSchema } from './organisation-totals.schema.ts';
import { listSharedHomes } from './organisation-totals.ts';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'organisations/:id/households/',
    summary: 'The households of an organisation, each with what it shares',
    tag: 'Organisations',
    params: z.object({ id }),
    returns: z.object({ results: z.array(sharedHomeSchema) }),
    work: async (ctx, { params }) => ({ results: await listSharedHomes(ctx, params.id) }),
  }),
];
