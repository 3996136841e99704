import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute } from '../../platform/routes.ts';
import { sessionSchema } from '../sessions/sessions.ts';
import { renamingSchema } from './session-names.schema.ts';
import { renameSession } from './session-names.ts';

export const routes = [
  userRoute({
    method: 'PATCH',
    path: 'auth/sessions/:id/',
    summary: 'Give the device of a session another name',
    tag: 'Sessions',
    params: z.object({ id }),
    body: renamingSchema,
    returns: sessionSchema,
    work: async (ctx, { params, body }) =>
      await renameSession(ctx, { session: params.id, name: body.device_name }),
  }),
];
