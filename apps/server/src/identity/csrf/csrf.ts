/** A call that a cookie vouches for must come from the app itself: it shows a token that no other page can read. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Ground } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Cookie } from '../../platform/routes.ts';

const COOKIE = 'kw_csrf';
const DAY_SECONDS = 24 * 3600;

type Call = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
};

export type CsrfPair = { readonly token: string; readonly cookie: Cookie };

/** The token for the cookie that the browser has, so that tabs agree; a new pair when it has none. */
export function csrfPair(ground: Ground, cookies: Call['cookies']): CsrfPair {
  const seed = cookies[COOKIE];
  return seed !== undefined && /^[\w-]{43}$/.test(seed) ? pairOf(ground, seed) : newCsrfPair(ground);
}

/** A fresh pair: what was known before signing in is worth nothing after it. */
export function newCsrfPair(ground: Ground): CsrfPair {
  return pairOf(ground, randomBytes(32).toString('base64url'));
}

/** Refuses a call by cookie from elsewhere: wrong Origin, or no X-CSRF-Token that fits the cookie. */
export function checkCsrf(ground: Ground, call: Call): void {
  const seed = call.cookies[COOKIE] ?? '';
  const given = Buffer.from(String(call.headers['x-csrf-token'] ?? ''));
  const wanted = Buffer.from(tokenOf(ground, seed));
  const fits = seed !== '' && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (fits && isOwnOrigin(ground, call)) return;
  throw new Problem(
    'AUTH_1006',
    'Ask GET /api/v1/auth/csrf/ for a token and send it as X-CSRF-Token, from the app’s own address.',
  );
}

function isOwnOrigin(ground: Ground, call: Call): boolean {
  const origin = call.headers['origin'];
  if (typeof origin !== 'string' || origin === '') return false;
  const named = ground.config.CORS_ALLOWED_ORIGINS.split(',').map((text) => text.trim());
  if (origin === new URL(ground.publicUrl()).origin || named.includes(origin)) return true;
  return ground.config.NODE_ENV === 'development' && isThisMachine(origin);
}

/** In development the app comes from any port of this machine. */
export function isThisMachine(origin: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);
}

function pairOf(ground: Ground, seed: string): CsrfPair {
  const maxAgeSeconds = ground.config.CSRF_TOKEN_DAYS * DAY_SECONDS;
  const cookie = { name: COOKIE, value: seed, path: '/api/v1/auth', maxAgeSeconds };
  return { token: tokenOf(ground, seed), cookie };
}

function tokenOf(ground: Ground, seed: string): string {
  return createHmac('sha256', ground.keyFor('csrf')).update(seed).digest('base64url');
}
