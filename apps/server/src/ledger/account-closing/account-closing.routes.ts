import { z } from 'zod';
import { dayField, id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { accountSchema } from '../accounts/accounts.schema.ts';
import { closeAccount, reopenAccount } from './account-closing.ts';

const tag = 'Accounts';
const one = z.object({ id });
const closing = z
  .strictObject({ closed_on: dayField.optional() })
  .meta({ id: 'AccountClosing', examples: [{}] });
const nothing = z.strictObject({}).meta({ examples: [{}] });

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'accounts/:id/close/',
    requires: 'accounts.manage',
    summary: 'Close an account: its history stays, it takes no new entries',
    tag,
    params: one,
    body: closing,
    returns: accountSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await closeAccount(ctx, { id: params.id, ifVersion }, body.closed_on),
  }),
  householdRoute({
    method: 'POST',
    path: 'accounts/:id/reopen/',
    requires: 'accounts.manage',
    summary: 'Open a closed account again',
    tag,
    params: one,
    body: nothing,
    returns: accountSchema,
    work: async (ctx, { params, ifVersion }) => await reopenAccount(ctx, { id: params.id, ifVersion }),
  }),
];
