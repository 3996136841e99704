import { signedInSchema } from '../login/login.ts';
import { publicSteps, userSteps } from '../../platform/routes.ts';
import { askReset, changePassword, confirmReset, renewPassword } from './passwords.ts';
import {
  changeSchema,
  confirmSchema,
  messageSchema,
  renewalSchema,
  resetSchema,
} from './passwords.schema.ts';

const tag = 'Signing in';

export const routes = [
  userSteps({
    method: 'POST',
    path: 'auth/password/change/',
    summary: 'Change the password; other devices are signed out',
    tag,
    body: changeSchema,
    returns: messageSchema,
    work: async (steps, { body }) => await changePassword(steps, body),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/login/new-password/',
    summary: 'Choose the new password that a sign-in waits for; answers the session',
    tag,
    limits: ['reset_confirm'],
    body: renewalSchema,
    returns: signedInSchema,
    work: async (steps, { body }) => await renewPassword(steps, body),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/password/reset/',
    summary: 'Ask for a link that sets a new password',
    tag,
    limits: ['reset'],
    body: resetSchema,
    returns: messageSchema,
    status: 202,
    work: async (steps, { body }) => await askReset(steps, body.email),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/password/reset/confirm/',
    summary: 'Set a new password by the link; every device is signed out',
    tag,
    limits: ['reset_confirm'],
    body: confirmSchema,
    returns: messageSchema,
    work: async (steps, { body }) => await confirmReset(steps, body),
  }),
];
