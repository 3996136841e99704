import { publicRoute, userRoute } from '../../platform/routes.ts';
import {
  changeSchema,
  changedSchema,
  standingSchema,
  tokenSchema,
  undoneSchema,
} from './email-changes.schema.ts';
import { askChange, cancelChange, confirmChange, showChange, undoChange } from './email-changes.ts';

const tag = 'Me';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/email/change/',
    summary: 'The address, and the change of it that waits for its link',
    tag,
    returns: standingSchema,
    work: async (ctx) => await showChange(ctx),
  }),
  userRoute({
    method: 'POST',
    path: 'auth/email/change/',
    summary: 'Ask for another address; it counts once the link in the mail to it was opened',
    tag,
    stepUp: true,
    limits: ['email_change'],
    body: changeSchema,
    returns: standingSchema,
    status: 202,
    work: async (ctx, { body }) => await askChange(ctx, body.new_email),
  }),
  userRoute({
    method: 'DELETE',
    path: 'auth/email/change/',
    summary: 'Call the change off that waits',
    tag,
    status: 204,
    work: async (ctx) => {
      await cancelChange(ctx);
    },
  }),
  publicRoute({
    method: 'POST',
    path: 'auth/email/change/confirm/',
    summary: 'Confirm the new address by the link of the mail to it',
    tag,
    limits: ['verify'],
    body: tokenSchema,
    returns: changedSchema,
    work: async (ctx, { body }) => await confirmChange(ctx, body.token),
  }),
  publicRoute({
    method: 'POST',
    path: 'auth/email/change/undo/',
    summary: 'Undo a change by the link of the mail to the old address: every device is signed out',
    tag,
    limits: ['verify'],
    body: tokenSchema,
    returns: undoneSchema,
    work: async (ctx, { body }) => await undoChange(ctx, body.token),
  }),
];
