import { z } from 'zod';
import { consentChangeSchema, consentsSchema } from '../../identity/consents/consents.schema.ts';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { setChildConsent, showChildConsents } from './guardianship.ts';

const tag = 'Members';
const requires = 'members.manage';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'memberships/:id/consents/',
    requires,
    summary: 'What was agreed to for a child',
    tag,
    params: one,
    returns: consentsSchema,
    uncached: true,
    work: async (ctx, { params }) => await showChildConsents(ctx, params.id),
  }),
  householdRoute({
    method: 'POST',
    path: 'memberships/:id/consents/',
    requires,
    summary: 'Agree to a purpose for a child, or no longer',
    tag,
    params: one,
    body: consentChangeSchema,
    returns: consentsSchema,
    work: async (ctx, { params, body }) => await setChildConsent(ctx, params.id, body),
  }),
];
