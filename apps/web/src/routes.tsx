import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { i18n } from '@lingui/core';
import { AppShell } from './shell/app-shell.tsx';
import { ErrorScreen, NotFoundScreen } from './shell/error-screen.tsx';
import { readListSearch } from './screens/ledger/transactions/filters.ts';
import { sessionNow } from './shell/session.ts';

/**
 * Every screen and its path, on one page. A screen's code comes when somebody goes there. Filters of lists live in the
 * address: a route says by `validateSearch` which it knows, and drops what it does not understand.
 */
const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  component: lazyRouteComponent(() => import('./screens/identity/guest-frame.tsx'), 'GuestFrame'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: needHousehold,
  component: AppShell,
});

const signIn = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => inside(search['next']),
  component: lazyRouteComponent(() => import('./screens/identity/sign-in-screen.tsx'), 'SignInScreen'),
  staticData: { title: () => i18n._('Sign in') },
});

const register = createRoute({
  getParentRoute: () => guest,
  path: '/register',
  validateSearch: (search): { invitation?: string } => textual(search, 'invitation'),
  component: lazyRouteComponent(() => import('./screens/identity/register-screen.tsx'), 'RegisterScreen'),
  staticData: { title: () => i18n._('Make an account') },
});

const verify = createRoute({
  getParentRoute: () => guest,
  path: '/verify-email',
  validateSearch: (search): { token?: string; invitation?: string } => ({
    ...textual(search, 'token'),
    ...textual(search, 'invitation'),
  }),
  component: lazyRouteComponent(() => import('./screens/identity/verify-screen.tsx'), 'VerifyScreen'),
  staticData: { title: () => i18n._('Confirm your email') },
});

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
  validateSearch: readListSearch,
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

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/settings-screen.tsx'), 'SettingsScreen'),
  staticData: { title: () => i18n._('Settings') },
});

const security = createRoute({
  getParentRoute: () => app,
  path: '/settings/sessions',
  component: lazyRouteComponent(
    () => import('./screens/settings/security/security-screen.tsx'),
    'SecurityScreen',
  ),
  staticData: { title: () => i18n._('Security') },
});

const categories = createRoute({
  getParentRoute: () => app,
  path: '/categories',
  component: lazyRouteComponent(
    () => import('./screens/settings/categories/categories-screen.tsx'),
    'CategoriesScreen',
  ),
  staticData: { title: () => i18n._('Categories') },
});

const tags = createRoute({
  getParentRoute: () => app,
  path: '/tags',
  component: lazyRouteComponent(() => import('./screens/settings/tags/tags-screen.tsx'), 'TagsScreen'),
  staticData: { title: () => i18n._('Tags') },
});

const exchangeRates = createRoute({
  getParentRoute: () => app,
  path: '/exchange-rates',
  component: lazyRouteComponent(() => import('./screens/settings/rates/rates-screen.tsx'), 'RatesScreen'),
  staticData: { title: () => i18n._('Exchange rates') },
});

const rules = createRoute({
  getParentRoute: () => app,
  path: '/rules',
  component: lazyRouteComponent(() => import('./screens/intake/rules/rules-screen.tsx'), 'RulesScreen'),
  staticData: { title: () => i18n._('Rules') },
});

const more = createRoute({
  getParentRoute: () => app,
  path: '/more',
  component: lazyRouteComponent(() => import('./screens/settings/more-screen.tsx'), 'MoreScreen'),
  staticData: { title: () => i18n._('More') },
});

const tree = root.addChildren([
  guest.addChildren([signIn, register, verify, invitation, welcome, setupAccount, setupFile]),
  app.addChildren([
    today,
    transactions,
    accounts,
    account,
    sync,
    more,
    imports,
    importPreview,
    household,
    settings,
    security,
    categories,
    tags,
    exchangeRates,
    rules,
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
  }
}

/** Sends people who are not signed in to the sign-in, and those without a household to make one. */
function needHousehold({ location }: { location: { href: string } }): void {
  const session = sessionNow();
  if (session.kind === 'nobody') redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
  if (session.kind === 'someone' && session.household === undefined)
    redirect({ to: '/welcome', throw: true });
}

/** Only addresses of this app are followed after a sign-in, never one that leads elsewhere. */
function inside(next: unknown): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

function textual<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { [Key in Name]?: string } {
  const value = search[name];
  return (typeof value === 'string' ? { [name]: value } : {}) as { [Key in Name]?: string };
}
