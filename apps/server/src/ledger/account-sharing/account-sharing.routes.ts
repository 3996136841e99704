import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { accountSchema } from '../accounts/accounts.schema.ts';
import { setVisibility } from './account-sharing.ts';

const body = z
  .strictObject({ visibility: z.enum(['shared', 'private']) })
  .meta({ id: 'AccountVisibility', examples: [{ visibility: 'private' }] });

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'accounts/:id/visibility/',
    requires: 'accounts.manage',
    summary: 'Share an account with the household, or take it back; only its owner may',
    tag: 'Accounts',
    params: z.object({ id }),
    body,
    returns: accountSchema,
    work: async (ctx, { params, body: wanted, ifVersion }) =>
      await setVisibility(ctx, { id: params.id, ifVersion }, wanted.visibility),
  }),
];
