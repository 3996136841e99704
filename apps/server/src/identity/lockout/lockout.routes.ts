import { z } from 'zod';
import { instant, line } from '../../platform/fields.ts';
import { publicRoute } from '../../platform/routes.ts';
import { lockoutStatus, unlockByToken } from './lockout.ts';

const tag = 'Signing in';

export const routes = [
  publicRoute({
    method: 'GET',
    path: 'auth/lockout-status/',
    summary: 'Whether a name is locked for this network',
    tag,
    limits: ['lockout_status'],
    query: z.strictObject({ email_or_username: line(254, 1) }),
    returns: z.object({ locked: z.boolean(), locked_until: instant.nullable() }),
    work: async (ctx, { query }) => await lockoutStatus(ctx, query.email_or_username),
  }),
  publicRoute({
    method: 'POST',
    path: 'auth/unlock/',
    summary: 'Unlock by the link of the mail',
    tag,
    limits: ['unlock'],
    body: z
      .strictObject({ token: z.string().min(1).max(200) })
      .meta({ id: 'Unlock', examples: [{ token: 'the token of the link' }] }),
    status: 204,
    work: async (ctx, { body }) => {
      await unlockByToken(ctx, body.token);
    },
  }),
];
