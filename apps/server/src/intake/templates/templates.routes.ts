import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { templateSchema } from './templates.schema.ts';
import { forgetTemplate, listTemplates } from './templates.ts';

const tag = 'Imports';

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'imports/templates/',
    requires: 'data.import',
    summary: 'Layouts of files that are remembered, newest first',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: z.object({ results: z.array(templateSchema) }),
    work: async (ctx) => ({ results: await listTemplates(ctx) }),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'imports/templates/:id/',
    requires: 'data.import',
    summary: 'Forget a layout; the next file of it is looked at afresh',
    tag,
    params: z.object({ id }),
    status: 204,
    work: async (ctx, { params }) => {
      await forgetTemplate(ctx, params.id);
    },
  }),
];
