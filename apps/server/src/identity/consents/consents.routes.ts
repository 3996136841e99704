import { userRoute } from '../../platform/routes.ts';
import { consentChangeSchema, consentsSchema } from './consents.schema.ts';
import { setConsent, showConsents } from './consents.ts';

const tag = 'Privacy';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'privacy/consents/',
    summary: 'What you agreed to, and what you said before',
    tag,
    returns: consentsSchema,
    work: async (ctx) => await showConsents(ctx, ctx.actor.userId),
  }),
  userRoute({
    method: 'POST',
    path: 'privacy/consents/',
    summary: 'Agree to a purpose, or no longer',
    tag,
    body: consentChangeSchema,
    returns: consentsSchema,
    work: async (ctx, { body }) =>
      await setConsent(ctx, { user: ctx.actor.userId, by: ctx.actor.userId }, body),
  }),
];
