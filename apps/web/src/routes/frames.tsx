import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell.tsx';
import { isAskedToStay } from '../shell/leaving.ts';
import { sessionNow } from '../shell/session.ts';

/** The frames that screens stand in: everybody's, and that of people with a household. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

export const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  component: lazyRouteComponent(() => import('../screens/identity/guest-frame.tsx'), 'GuestFrame'),
});

export const reading = createRoute({
  getParentRoute: () => root,
  id: 'reading',
  component: lazyRouteComponent(() => import('../screens/identity/reading-frame.tsx'), 'ReadingFrame'),
});

export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ location, matches }) =>
    matches.at(-1)?.staticData.own ? needSomeone({ location }) : needHousehold({ location }),
  component: AppShell,
});

type Going = { location: { href: string } };

/** Sends people who are not signed in to the sign-in, and those without a household to make one. */
export function needHousehold(going: Going): void {
  needSomeone(going);
  const session = sessionNow();
  if (session.kind !== 'someone' || session.household !== undefined) return;
  // Who said that they need none, or had one before, is not asked anew each time the app begins.
  const isAtHome = going.location.href === '/' && session.me.onboarding_completed_at;
  redirect({ to: isAtHome ? '/settings' : '/welcome', throw: true });
}

/** Sends people who are not signed in to the sign-in. */
function needSomeone({ location }: Going): void {
  const session = sessionNow();
  if (session.kind === 'nobody') {
    const search = session.left ? {} : { next: location.href };
    redirect({ to: '/sign-in', search, throw: true });
  }
  if (session.kind === 'someone' && isAskedToStay(session)) redirect({ to: '/leaving', throw: true });
}

/** Keeps one text of an address's search, and drops what is none. */
export function textual<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { [Key in Name]?: string } {
  const value = search[name];
  return (typeof value === 'string' ? { [name]: value } : {}) as { [Key in Name]?: string };
}
