import { i18n } from '@lingui/core';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { guest, reading, textual } from './frames.tsx';

/** Getting in, and the ways that the links of mails lead. */
const signIn = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in',
  validateSearch: (search): { next?: string; again?: true } => ({
    ...inside(search['next']),
    ...(search['again'] === true && { again: true }),
  }),
  component: lazyRouteComponent(() => import('../screens/identity/sign-in-screen.tsx'), 'SignInScreen'),
  staticData: { title: () => i18n._('Sign in') },
});

/** What older mails and fingers call it. */
const login = createRoute({
  getParentRoute: () => guest,
  path: '/login',
  beforeLoad: () => redirect({ to: '/sign-in', throw: true }),
});

const register = createRoute({
  getParentRoute: () => guest,
  path: '/register',
  validateSearch: (search): { invitation?: string } => textual(search, 'invitation'),
  component: lazyRouteComponent(() => import('../screens/identity/register-screen.tsx'), 'RegisterScreen'),
  staticData: { title: () => i18n._('Make an account') },
});

const verify = createRoute({
  getParentRoute: () => guest,
  path: '/verify-email',
  validateSearch: (search): { token?: string; invitation?: string } => ({
    ...textual(search, 'token'),
    ...textual(search, 'invitation'),
  }),
  component: lazyRouteComponent(() => import('../screens/identity/verify-screen.tsx'), 'VerifyScreen'),
  staticData: { title: () => i18n._('Confirm your email') },
});

const forgot = createRoute({
  getParentRoute: () => guest,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../screens/identity/forgot-screen.tsx'), 'ForgotScreen'),
  staticData: { title: () => i18n._('Forgot your password?') },
});

const reset = createRoute({
  getParentRoute: () => guest,
  path: '/reset-password',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('../screens/identity/reset-screen.tsx'), 'ResetScreen'),
  staticData: { title: () => i18n._('A new password') },
});

const unlock = createRoute({
  getParentRoute: () => guest,
  path: '/unlock',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('../screens/identity/unlock-screen.tsx'), 'UnlockScreen'),
  staticData: { title: () => i18n._('Unlock your account') },
});

/** Where the ends of mails lead that can be turned off. */
const unsubscribe = createRoute({
  getParentRoute: () => guest,
  path: '/unsubscribe',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(
    () => import('../screens/identity/unsubscribe-screen.tsx'),
    'UnsubscribeScreen',
  ),
  staticData: { title: () => i18n._('Mails to you') },
});

const mailWorks = createRoute({
  getParentRoute: () => guest,
  path: '/mail-works',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('../screens/identity/mail-works-screen.tsx'), 'MailWorksScreen'),
  staticData: { title: () => i18n._('Mails to you') },
});

/** Where providers send people back to. */
const provider = createRoute({
  getParentRoute: () => guest,
  path: '/oidc/$provider',
  validateSearch: (search): { state?: string; code?: string; iss?: string; error?: string } => ({
    ...textual(search, 'state'),
    ...textual(search, 'code'),
    ...textual(search, 'iss'),
    ...textual(search, 'error'),
  }),
  component: lazyRouteComponent(() => import('../screens/identity/provider-screen.tsx'), 'ProviderScreen'),
  staticData: { title: () => i18n._('Sign in') },
});

const confirmEmail = createRoute({
  getParentRoute: () => guest,
  path: '/confirm-email',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(
    () => import('../screens/identity/confirm-email-screen.tsx'),
    'ConfirmEmailScreen',
  ),
  staticData: { title: () => i18n._('Confirm your new address') },
});

const undoEmail = createRoute({
  getParentRoute: () => guest,
  path: '/undo-email',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('../screens/identity/undo-email-screen.tsx'), 'UndoEmailScreen'),
  staticData: { title: () => i18n._('It was not you?') },
});

/** Where a guardian's link for a device leads. */
const childLink = createRoute({
  getParentRoute: () => guest,
  path: '/child',
  component: lazyRouteComponent(() => import('../screens/identity/child-link-screen.tsx'), 'ChildLinkScreen'),
  staticData: { title: () => i18n._('A link for a device') },
});

const family = createRoute({
  getParentRoute: () => guest,
  path: '/family',
  component: lazyRouteComponent(() => import('../screens/identity/family-screen.tsx'), 'FamilyScreen'),
  staticData: { title: () => i18n._('Who is it?') },
});

const growUp = createRoute({
  getParentRoute: () => guest,
  path: '/grow-up',
  validateSearch: (search): { token?: string } => textual(search, 'token'),
  component: lazyRouteComponent(() => import('../screens/identity/grow-up-screen.tsx'), 'GrowUpScreen'),
  staticData: { title: () => i18n._('Your own account') },
});

/** Before and after the question whether to be erased. */
const leaving = createRoute({
  getParentRoute: () => guest,
  path: '/leaving',
  validateSearch: (search): { until?: string } => textual(search, 'until'),
  component: lazyRouteComponent(() => import('../screens/identity/leaving-screen.tsx'), 'LeavingScreen'),
  staticData: { title: () => i18n._('Your account will be erased') },
});

const terms = createRoute({
  getParentRoute: () => reading,
  path: '/terms',
  validateSearch: (search): { version?: string } => textual(search, 'version'),
  component: lazyRouteComponent(() => import('../screens/identity/document-screen.tsx'), 'TermsScreen'),
  staticData: { title: () => i18n._('Terms') },
});

const policy = createRoute({
  getParentRoute: () => reading,
  path: '/privacy',
  validateSearch: (search): { version?: string } => textual(search, 'version'),
  component: lazyRouteComponent(() => import('../screens/identity/document-screen.tsx'), 'PolicyScreen'),
  staticData: { title: () => i18n._('Privacy policy') },
});

export const identityRoutes = [
  signIn,
  login,
  register,
  verify,
  forgot,
  reset,
  unlock,
  unsubscribe,
  mailWorks,
  provider,
  confirmEmail,
  childLink,
  family,
  growUp,
  undoEmail,
  leaving,
] as const;

export const readingRoutes = [terms, policy] as const;

/** Only addresses of this app are followed after a sign-in, never one that leads elsewhere. */
function inside(next: unknown): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}
