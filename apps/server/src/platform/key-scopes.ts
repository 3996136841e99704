/**
 * What each route asks of an API key: scopes, all of them, or that keys have no business there. The one place that says
 * so. Routes of a household follow from the capability that they need; every other route is named here, and what is not
 * named is closed to keys.
 */
import { areaOf } from '@kinwise/core/scopes';
import type { Scope } from '@kinwise/core/scopes';
import type { HouseholdRoute, Route } from './routes.ts';

export type KeyNeeds = readonly Scope[] | 'never';

/** Routes of a household that ask for something else than their capability says, each with its reason. */
const OTHERWISE: Readonly<Record<string, KeyNeeds>> = {
  // Hands out everything at once: devices copy by it, and they are signed in.
  'GET sync/': 'never',
  // About the person rather than the household.
  'POST households/:id/leave/': 'never',
  'POST households/:id/set-primary/': 'never',
  // Only shows what would be.
  'POST rules/test/': ['read:rules', 'read:transactions'],
  // These change entries.
  'POST rules/:id/apply/': ['write:rules', 'write:transactions'],
  'POST imports/:id/commit/': ['write:imports', 'write:transactions'],
  'POST imports/:id/undo/': ['write:imports', 'write:transactions'],
  'POST accounts/:id/reconcile/': ['write:accounts', 'write:transactions'],
};

/** Every route of somebody signed in outside of a household. Signing in, security and privacy are never for keys. */
const OUTSIDE: Readonly<Record<string, KeyNeeds>> = {
  'GET users/me/': ['read:profile'],
  'GET users/me/preferences/': ['read:profile'],
  'GET households/': ['read:household'],
  'GET users/:id/photo/': ['read:household'],
  'GET currencies/': ['read:household'],
  'POST households/': 'never',
  'POST invitations/by-token/:token/accept/': 'never',
  'PATCH users/me/': 'never',
  'PATCH users/me/preferences/': 'never',
  'POST users/me/photo/': 'never',
  'DELETE users/me/photo/': 'never',
  'POST users/me/mail/check/': 'never',
  'GET users/me/security-history/': 'never',
  'GET users/me/data-export/': 'never',
  'GET users/me/deletion/': 'never',
  'POST users/me/deletion/cancel/': 'never',
  'DELETE users/me/': 'never',
  'DELETE users/me/delete-account/': 'never',
};

/** Whole families of routes that keys never reach, whatever is added to them. */
const CLOSED = /^(?:auth|session|privacy|admin|organisations|dev|children|family-devices)\//;

export function keyNeedsOf(route: Route): KeyNeeds {
  if (route.access === 'public' || CLOSED.test(route.path) || route.stepUp === true) return 'never';
  const title = `${route.method} ${route.path}`;
  return route.access === 'household' ? (OTHERWISE[title] ?? derived(route)) : (OUTSIDE[title] ?? 'never');
}

/** Whether somebody has thought of this route: what follows from a capability, or is named. */
export function isAnswered(route: Route): boolean {
  if (route.access !== 'user' || CLOSED.test(route.path) || route.stepUp === true) return true;
  return `${route.method} ${route.path}` in OUTSIDE;
}

/** The routes that are named above, so that none is named which is not there. */
export const NAMED: readonly string[] = [...Object.keys(OTHERWISE), ...Object.keys(OUTSIDE)];

function derived(route: HouseholdRoute): KeyNeeds {
  const area = areaOf(route.requires);
  if (area === null) return 'never';
  return [`${route.method === 'GET' ? 'read' : 'write'}:${area}`];
}
