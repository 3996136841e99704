import { z } from 'zod';
import { checkCsrf } from '../../identity/csrf/csrf.ts';
import { signedInSchema } from '../../identity/login/login.ts';
import { id } from '../../platform/fields.ts';
import { householdRoute, publicSteps } from '../../platform/routes.ts';
import type { Input } from '../../platform/routes.ts';
import { childSchema } from '../children/children.schema.ts';
import {
  familyDeviceSchema,
  familySchema,
  newDeviceSchema,
  pinSchema,
  pinSignInSchema,
  registeredSchema,
} from './family-devices.schema.ts';
import {
  FAMILY_COOKIE,
  listDevices,
  registerDevice,
  removeDevice,
  removePin,
  setPin,
  showFamily,
  signInByPin,
  unlockDevice,
  unlockPin,
} from './family-devices.ts';

const tag = 'Children';
const requires = 'members.manage';
const one = z.object({ id });

/** The secret of the device: a browser shows it as a cookie, a native client in a header. */
function secretIn({ cookies, headers }: Pick<Input, 'cookies' | 'headers'>): {
  secret: string | undefined;
  isCookie: boolean;
} {
  const header = headers['x-family-device'];
  return typeof header === 'string'
    ? { secret: header, isCookie: false }
    : { secret: cookies[FAMILY_COOKIE], isCookie: true };
}

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'family-devices/',
    requires,
    summary: 'The devices on which children sign in by PIN',
    tag,
    uncached: true,
    query: z.strictObject({ household: id.optional() }),
    returns: z.object({ results: z.array(familyDeviceSchema) }),
    work: async (ctx) => ({ results: await listDevices(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'family-devices/',
    requires,
    summary: 'Make the device that asks one on which children sign in by PIN',
    tag,
    stepUp: true,
    opens: true,
    body: newDeviceSchema,
    returns: registeredSchema,
    status: 201,
    work: async (ctx, { body }) => await registerDevice(ctx, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'family-devices/:id/',
    requires,
    summary: 'Make it an ordinary device again',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await removeDevice(ctx, params.id);
    },
  }),
  householdRoute({
    method: 'POST',
    path: 'family-devices/:id/unlock/',
    requires,
    summary: 'Let children try PINs there again',
    tag,
    params: one,
    returns: familyDeviceSchema,
    work: async (ctx, { params }) => await unlockDevice(ctx, params.id),
  }),
  householdRoute({
    method: 'POST',
    path: 'children/:id/pin/',
    requires,
    summary: 'Set a child’s PIN, which works on family devices only',
    tag,
    params: one,
    stepUp: true,
    opens: true,
    body: pinSchema,
    returns: childSchema,
    work: async (ctx, { params, body }) => await setPin(ctx, params.id, body.pin),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'children/:id/pin/',
    requires,
    summary: 'Take a child’s PIN away',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await removePin(ctx, params.id);
    },
  }),
  householdRoute({
    method: 'POST',
    path: 'children/:id/pin/unlock/',
    requires,
    summary: 'Let a child try its PIN again',
    tag,
    params: one,
    returns: childSchema,
    work: async (ctx, { params }) => await unlockPin(ctx, params.id),
  }),
  publicSteps({
    method: 'GET',
    path: 'auth/family/',
    summary: 'Who may sign in by PIN on this device',
    tag,
    limits: ['family_device'],
    uncached: true,
    returns: familySchema,
    work: async (steps, call) => await showFamily(steps, secretIn(call).secret),
  }),
  publicSteps({
    method: 'POST',
    path: 'auth/family/sign-in/',
    summary: 'Sign a child in by PIN, on a family device only',
    tag,
    limits: ['child_sign_in'],
    body: pinSignInSchema,
    returns: signedInSchema,
    work: async (steps, { body, ...call }) => {
      const { secret, isCookie } = secretIn(call);
      if (isCookie && secret !== undefined) checkCsrf(steps.ground, call);
      return await signInByPin(steps, secret, body);
    },
  }),
];
