import { i18n } from '@lingui/core';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { app, textual } from './frames.tsx';

/** Everything that is set rather than done. What is `own` concerns the person, and needs no household. */
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
  staticData: { own: true, title: () => i18n._('Settings') },
});

const profile = createRoute({
  getParentRoute: () => app,
  path: '/settings/profile',
  component: lazyRouteComponent(
    () => import('../screens/settings/profile/profile-screen.tsx'),
    'ProfileScreen',
  ),
  staticData: { own: true, title: () => i18n._('Profile') },
});

const look = createRoute({
  getParentRoute: () => app,
  path: '/settings/look',
  component: lazyRouteComponent(() => import('../screens/settings/look/look-screen.tsx'), 'LookScreen'),
  staticData: { own: true, title: () => i18n._('Look and language') },
});

const security = createRoute({
  getParentRoute: () => app,
  path: '/settings/security',
  component: lazyRouteComponent(
    () => import('../screens/settings/security/security-screen.tsx'),
    'SecurityScreen',
  ),
  staticData: { own: true, title: () => i18n._('Security') },
});

const apiKeys = createRoute({
  getParentRoute: () => app,
  path: '/settings/api-keys',
  component: lazyRouteComponent(
    () => import('../screens/settings/api-keys/api-keys-screen.tsx'),
    'ApiKeysScreen',
  ),
  staticData: { own: true, title: () => i18n._('API keys') },
});

const organisations = createRoute({
  getParentRoute: () => app,
  path: '/settings/organisations',
  component: lazyRouteComponent(
    () => import('../screens/settings/organisations/organisations-screen.tsx'),
    'OrganisationsScreen',
  ),
  staticData: { own: true, title: () => i18n._('Organisations') },
});

/** Where mails of organisations lead. */
const organisationInvitation = createRoute({
  getParentRoute: () => app,
  path: '/organisation-invitation',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(
    () => import('../screens/settings/organisations/accept-screen.tsx'),
    'AcceptScreen',
  ),
  staticData: { own: true, title: () => i18n._('An invitation') },
});

const privacy = createRoute({
  getParentRoute: () => app,
  path: '/settings/privacy',
  component: lazyRouteComponent(
    () => import('../screens/settings/privacy/privacy-screen.tsx'),
    'PrivacyScreen',
  ),
  staticData: { own: true, title: () => i18n._('Privacy') },
});

/** Where mails about a session lead. */
const sessions = createRoute({
  getParentRoute: () => app,
  path: '/settings/sessions',
  beforeLoad: () => redirect({ to: '/settings/security', replace: true, throw: true }),
  staticData: { own: true },
});

const rates = createRoute({
  getParentRoute: () => app,
  path: '/settings/rates',
  component: lazyRouteComponent(() => import('../screens/settings/rates/rates-screen.tsx'), 'RatesScreen'),
  staticData: { title: () => i18n._('Exchange rates') },
});

const about = createRoute({
  getParentRoute: () => app,
  path: '/settings/about',
  component: lazyRouteComponent(() => import('../screens/settings/about/about-screen.tsx'), 'AboutScreen'),
  staticData: { own: true, title: () => i18n._('About KinWise') },
});

const categories = createRoute({
  getParentRoute: () => app,
  path: '/categories',
  component: lazyRouteComponent(
    () => import('../screens/settings/categories/categories-screen.tsx'),
    'CategoriesScreen',
  ),
  staticData: { title: () => i18n._('Categories') },
});

const tags = createRoute({
  getParentRoute: () => app,
  path: '/tags',
  component: lazyRouteComponent(() => import('../screens/settings/tags/tags-screen.tsx'), 'TagsScreen'),
  staticData: { title: () => i18n._('Tags') },
});

const more = createRoute({
  getParentRoute: () => app,
  path: '/more',
  component: lazyRouteComponent(() => import('../screens/settings/more-screen.tsx'), 'MoreScreen'),
  staticData: { title: () => i18n._('More') },
});

export const settingsRoutes = [
  settings,
  profile,
  look,
  security,
  apiKeys,
  organisations,
  organisationInvitation,
  privacy,
  sessions,
  rates,
  about,
  categories,
  tags,
  more,
] as const;
