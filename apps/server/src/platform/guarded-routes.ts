/**
 * What a child may do whose account guardians look after. In a household their role says it; outside of one only what is
 * named here is open, so that nothing that is added later lets a child touch passwords, factors, keys, copies or erasure.
 */
import { Problem } from './problems.ts';
import type { Route } from './routes.ts';

const OUTSIDE: readonly string[] = [
  'GET auth/sessions/',
  'PATCH auth/sessions/:id/',
  'DELETE auth/sessions/:id/',
  'GET auth/security-status/',
  'GET auth/step-up/',
  'GET session/',
  'GET session/ping/',
  'POST session/ping/',
  'GET users/me/',
  'PATCH users/me/',
  'GET users/me/preferences/',
  'PATCH users/me/preferences/',
  'GET users/me/security-history/',
  'POST users/me/photo/',
  'DELETE users/me/photo/',
  'GET users/:id/photo/',
  'GET households/',
  'GET currencies/',
  'GET privacy/',
  'GET privacy/consents/',
  'POST privacy/consents/',
];

/** Guardians decide where a child belongs. */
const NEVER: readonly string[] = ['POST households/:id/leave/'];

export function isOpenToGuarded(route: Route): boolean {
  const title = `${route.method} ${route.path}`;
  if (route.access === 'public') return true;
  if (route.stepUp === true || NEVER.includes(title)) return false;
  return route.access === 'household' || OUTSIDE.includes(title);
}

const OPEN_WHEN_HELD = /^(?:\w+ auth\/step-up\/|GET session\/|POST session\/ping\/|GET users\/me\/$)/;

/** A session that looks as if somebody else had it goes on with a proof alone; it is not ended, since phones do strange things. */
export function admitHeld(route: Route, isGuarded: boolean): void {
  if (OPEN_WHEN_HELD.test(`${route.method} ${route.path}`)) return;
  const message = isGuarded
    ? 'This session suddenly looks different. Ask a guardian to sign you in again.'
    : 'This session suddenly looks different. Confirm that it is you: your password, a code or a passkey.';
  throw new Problem('AUTH_1020', message, { extra: { reason: 'session_risk' } });
}

export function admitGuarded(route: Route): void {
  if (!isOpenToGuarded(route)) throw new Problem('AUTH_1060', 'Ask a guardian in your household to do this.');
}

/** The routes that are named above, so that none is named which is not there. */
export const NAMED_FOR_GUARDED: readonly string[] = [...OUTSIDE, ...NEVER];
