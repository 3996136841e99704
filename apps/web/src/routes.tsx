import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { i18n } from '@lingui/core';
import { app, guest, needHousehold, reading, root, textual } from './routes/frames.tsx';
import { identityRoutes, readingRoutes } from './routes/identity.tsx';
import { settingsRoutes } from './routes/settings.tsx';
import { ErrorScreen, NotFoundScreen } from './shell/error-screen.tsx';
import type { ActivitySearch } from './screens/insight/activity/search.ts';
import type { ListSearch } from './screens/ledger/transactions/filters.ts';
import { sessionNow } from './shell/session.ts';

/**
 * Every screen and its path; those of signing in and of the settings stand in `routes/`. A screen's code comes when somebody
 * goes there. Filters of lists live in the address: a route says by `validateSearch` which it knows, and drops what it does
 * not understand.
 */
const welcome = createRoute({
  getParentRoute: () => guest,
  path: '/welcome',
  beforeLoad: () => {
    const session = sessionNow();
    if (session.kind === 'nobody') redirect({ to: '/sign-in', throw: true });
  },
  component: lazyRouteComponent(() => import('./screens/home/welcome/welcome-screen.tsx'), 'WelcomeScreen'),
  staticData: { title: () => i18n._('Your household') },
});

const invitation = createRoute({
  getParentRoute: () => guest,
  path: '/invitation',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('./screens/home/join/join-screen.tsx'), 'JoinScreen'),
  staticData: { title: () => i18n._('An invitation') },
});

const setupAccount = createRoute({
  getParentRoute: () => guest,
  path: '/setup/account',
  beforeLoad: needHousehold,
  component: lazyRouteComponent(() => import('./screens/home/setup/account-step.tsx'), 'AccountStep'),
  staticData: { title: () => i18n._('Your first account') },
});

const setupFile = createRoute({
  getParentRoute: () => guest,
  path: '/setup/file',
  beforeLoad: needHousehold,
  validateSearch: (search): { account?: string } => textual(search, 'account'),
  component: lazyRouteComponent(() => import('./screens/home/setup/file-step.tsx'), 'FileStep'),
  staticData: { title: () => i18n._('A file from your bank') },
});

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/insight/today/today-screen.tsx'), 'TodayScreen'),
  staticData: { title: () => i18n._('Today') },
});

const transactions = createRoute({
  getParentRoute: () => app,
  path: '/transactions',
  // The many filters are read by the screen itself, whose code the first load does not carry.
  validateSearch: (search): ListSearch => search as ListSearch,
  component: lazyRouteComponent(
    () => import('./screens/ledger/transactions/transactions-screen.tsx'),
    'TransactionsScreen',
  ),
  staticData: { title: () => i18n._('Transactions') },
});

const accounts = createRoute({
  getParentRoute: () => app,
  path: '/accounts',
  validateSearch: (search): { add?: true } => (search['add'] === true ? { add: true } : {}),
  component: lazyRouteComponent(
    () => import('./screens/ledger/accounts/accounts-screen.tsx'),
    'AccountsScreen',
  ),
  staticData: { title: () => i18n._('Accounts') },
});

const account = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id',
  validateSearch: (search): { entry?: string } => textual(search, 'entry'),
  component: lazyRouteComponent(
    () => import('./screens/ledger/accounts/account-screen.tsx'),
    'AccountScreen',
  ),
  staticData: { title: () => i18n._('Account') },
});

const sync = createRoute({
  getParentRoute: () => app,
  path: '/sync',
  component: lazyRouteComponent(() => import('./screens/reach/sync/sync-screen.tsx'), 'SyncScreen'),
  staticData: { title: () => i18n._('Sync') },
});

const imports = createRoute({
  getParentRoute: () => app,
  path: '/import',
  component: lazyRouteComponent(() => import('./screens/intake/imports/import-screen.tsx'), 'ImportScreen'),
  staticData: { title: () => i18n._('Import') },
});

const importPreview = createRoute({
  getParentRoute: () => app,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('./screens/intake/imports/preview-screen.tsx'), 'PreviewScreen'),
  staticData: { title: () => i18n._('Import') },
});

const household = createRoute({
  getParentRoute: () => app,
  path: '/household',
  component: lazyRouteComponent(
    () => import('./screens/home/household/household-screen.tsx'),
    'HouseholdScreen',
  ),
  staticData: { title: () => i18n._('Household') },
});

const children = createRoute({
  getParentRoute: () => app,
  path: '/household/children',
  component: lazyRouteComponent(
    () => import('./screens/home/children/children-screen.tsx'),
    'ChildrenScreen',
  ),
  staticData: { title: () => i18n._('Children') },
});

const child = createRoute({
  getParentRoute: () => app,
  path: '/household/children/$id',
  component: lazyRouteComponent(() => import('./screens/home/children/child-screen.tsx'), 'ChildScreen'),
  staticData: { title: () => i18n._('A child') },
});

const activity = createRoute({
  getParentRoute: () => app,
  path: '/household/activity',
  // Read by the screen itself, whose code the first load does not carry.
  validateSearch: (search): ActivitySearch => search as ActivitySearch,
  component: lazyRouteComponent(
    () => import('./screens/insight/activity/activity-screen.tsx'),
    'ActivityScreen',
  ),
  staticData: { title: () => i18n._('Activity') },
});

const staffAccess = createRoute({
  getParentRoute: () => app,
  path: '/household/staff-access',
  component: lazyRouteComponent(
    () => import('./screens/staff/access/staff-access-screen.tsx'),
    'StaffAccessScreen',
  ),
  staticData: { title: () => i18n._('Staff access') },
});

const rules = createRoute({
  getParentRoute: () => app,
  path: '/rules',
  component: lazyRouteComponent(() => import('./screens/intake/rules/rules-screen.tsx'), 'RulesScreen'),
  staticData: { title: () => i18n._('Rules') },
});

const tree = root.addChildren([
  reading.addChildren([...readingRoutes]),
  guest.addChildren([...identityRoutes, invitation, welcome, setupAccount, setupFile]),
  app.addChildren([
    today,
    transactions,
    accounts,
    account,
    sync,
    imports,
    importPreview,
    household,
    children,
    child,
    activity,
    staffAccess,
    rules,
    ...settingsRoutes,
  ]),
]);

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** The screen's name in the title of the document. */
    title?: () => string;
    /** Concerns the person alone: it is there without a household, too. */
    own?: true;
  }
}
