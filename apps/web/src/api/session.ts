import { i18n } from '@lingui/core';
import type { Refreshed } from '@kinwise/api-client/schema';
import { deviceClock } from '../clock.ts';
import type { Address } from './address.ts';
import { askToken, keepToken } from './kept-token.ts';
import { NoSignalError, pauseOf, ProblemError, problemOf } from './problem.ts';

/**
 * The session of this tab. The access token lives in memory only, between two pages in that of the service worker; the
 * refresh token is a cookie that no script can read. Tabs take turns at refreshing, so that each finds the cookie that
 * the one before it was given.
 */
export const API = '/api/v1';

const TIMEOUT_MS = 8000;
/** A token is renewed this long before it ends. */
const EARLY_MS = 60_000;

/** Calls that anybody may make; no session is renewed for them. */
const NEEDS_NOBODY =
  /^(?:dev\/|auth\/(?:login|lockout-status|unlock|register|email\/(?:verify|resend|change\/(?:confirm|undo))|exchange-token|otp|csrf|password\/(?:reset|strength)|passkeys\/login|child-link|family|grow-up)\/|auth\/oidc\/(?:$|[\w-]+\/(?:start|callback|register)\/))/;

let token: { readonly text: string; readonly endsAt: number; readonly owner: string | undefined } | undefined;
/** Who sits here. A renewal that answers for somebody else is not taken. */
let person: string | undefined;
let csrf: string | undefined;
/** Whether the cookie may still be good: nobody has found it ended. */
let renewable = false;
let refreshing: Promise<boolean> | undefined;
/** The server asked to be left in peace with renewals for a while: who has no token waits, and asks nothing meanwhile. */
let pause: { readonly endsAt: number; readonly problem: ProblemError } | undefined;

/** Takes the token of a sign-in or a renewal. The server rotates the CSRF token with a sign-in and may hand it along. */
export function acceptToken(text: string, expiresInSeconds: number, csrfToken?: string): void {
  const owner = ownerOf(text);
  token = { text, endsAt: deviceClock.now() + expiresInSeconds * 1000, owner };
  person = owner ?? person;
  csrf = csrfToken;
  renewable = true;
  pause = undefined;
  keepToken(token);
}

/** This person was signed in here before: the first call renews the session instead of being refused. */
export function expectSession(userId?: string): void {
  person = userId;
  renewable = true;
}

export function forgetToken(): void {
  token = undefined;
  person = undefined;
  csrf = undefined;
  renewable = false;
  pause = undefined;
  keepToken(undefined);
}

/** What an answer says of how long nobody has sat here. Nothing remains when the session is idle. */
export type Watch = { readonly remainingMs: number; readonly graceMs: number };

let hear: (watch: Watch) => void = () => undefined;

/** Whoever wants to know when the session gets idle; told with every answer. */
export function onWatch(listener: (watch: Watch) => void): void {
  hear = listener;
}

/** Refused because nobody has done anything here for a while; the person alone can bring the session back. */
export function isIdle(response: Response): boolean {
  return response.status === 401 && response.headers.get('X-Session-Remaining') === '0';
}

export type SendOptions = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** Sends as this person or not at all: what one wants must never be done, or read, in the name of another. */
  readonly as?: string;
};

/**
 * Fetches from the API as the person who is signed in, renewing the session once where the server asks for it. Resolves
 * with whatever the server answered; rejects with NoSignalError when nothing came.
 */
export async function send(path: string, options: SendOptions = {}): Promise<Response> {
  const isOld = token === undefined || token.endsAt - deviceClock.now() < EARLY_MS;
  if (isOld && renewable && !NEEDS_NOBODY.test(path)) await refresh().catch(insteadOfToken);
  const used = token?.text;
  const response = await bare(path, withToken(options));
  // A wrong password is refused with the same status, and must not be tried twice.
  const isProof = path.startsWith('auth/') && (options.method ?? 'GET') !== 'GET';
  if (response.status !== 401 || isProof || !renewable || isIdle(response)) return response;
  // Another call may have renewed the session while this one was under way.
  if (token?.text === used && !(await refresh())) return response;
  return bare(path, withToken(options));
}

/** A token that is still good is used on. Without one the call would only be refused, and another renewal be asked for. */
function insteadOfToken(cause: unknown): void {
  if (token === undefined || token.endsAt <= deviceClock.now()) throw cause;
}

/** Renews the session by the cookie. False when there is none any more: the person has to sign in. */
export function refresh(): Promise<boolean> {
  const leftMs = (pause?.endsAt ?? 0) - deviceClock.now();
  if (pause && leftMs > 0) {
    const { message, facts } = pause.problem;
    return Promise.reject(new ProblemError(message, { ...facts, retryAfterMs: leftMs }));
  }
  refreshing ??= inTurn(renew).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** A call that the cookie authenticates (refresh, logout); carries the CSRF token and asks for a fresh one once. */
export async function sendWithCookie(path: Address, body: unknown = {}): Promise<Response> {
  const attempt = async () => {
    csrf ??= await readCsrf();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf };
    return bare(path, withToken({ method: 'POST', headers, body: JSON.stringify(body) }));
  };
  const response = await attempt();
  if (response.status !== 403) return response;
  csrf = undefined;
  return attempt();
}

/** Fetches and turns silence into one kind of error. */
export async function bare(
  path: string,
  { timeoutMs = TIMEOUT_MS, signal, as: _person, ...init }: SendOptions,
): Promise<Response> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${API}/${path}`, {
      ...init,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const left = response.headers.get('X-Session-Remaining');
    const grace = response.headers.get('X-Session-Grace');
    if (left !== null) hear({ remainingMs: Number(left) * 1000, graceMs: Number(grace) * 1000 });
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NoSignalError(cause);
  }
}

function withToken(options: SendOptions): SendOptions {
  if (options.as !== undefined && token?.owner !== undefined && token.owner !== options.as) {
    throw new NoSignalError(new Error('Somebody else is signed in by now.'));
  }
  // What the app asks is no sign of a person: keys and pointers are, and they ping (`shell/idle.ts`).
  const headers = {
    Accept: 'application/json',
    // The language of the app: until somebody is signed in the server knows no other wish.
    'Accept-Language': i18n.locale || 'en-NZ',
    'X-Session-Activity': 'none',
    ...options.headers,
  };
  return { ...options, headers: token ? { ...headers, Authorization: `Bearer ${token.text}` } : headers };
}

/** Goes on with the token of the page before this one, where it is this person's and good for a while. */
async function resume(): Promise<boolean> {
  const kept = person === undefined ? undefined : await askToken();
  if (kept === undefined || token !== undefined) return false;
  const leftMs = kept.endsAt - deviceClock.now();
  if (leftMs < EARLY_MS || ownerOf(kept.text) !== person) return false;
  acceptToken(kept.text, leftMs / 1000);
  return true;
}

async function renew(): Promise<boolean> {
  const asking = person;
  if (token === undefined && (await resume())) return true;
  const response = await sendWithCookie('auth/token/refresh/');
  // Somebody else has signed in meanwhile: whatever was answered is not about them.
  if (person !== asking) return false;
  if (response.ok) {
    const answer = (await response.json()) as Refreshed;
    // The cookie belongs to the browser: another tab may have signed somebody else in.
    const owner = ownerOf(answer.access_token);
    if (person === undefined || owner === undefined || owner === person) {
      acceptToken(answer.access_token, answer.expires_in, csrf);
      return true;
    }
    forgetToken();
    return false;
  }
  if (response.status === 401 || response.status === 403 || response.status === 400) {
    forgetToken();
    return false;
  }
  const problem = await problemOf(response);
  const waitMs = pauseOf(problem);
  if (waitMs !== undefined) pause = { endsAt: deviceClock.now() + waitMs, problem };
  throw problem;
}

/** Whom a token signs in, as it says itself; the server alone can tell whether that is true. */
function ownerOf(text: string): string | undefined {
  try {
    const payload = text.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown };
    return typeof claims.sub === 'string' ? claims.sub : undefined;
  } catch {
    return undefined;
  }
}

async function readCsrf(): Promise<string> {
  const response = await bare('auth/csrf/' satisfies Address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw await problemOf(response);
  const answer = (await response.json()) as { csrf_token?: unknown };
  if (typeof answer.csrf_token !== 'string') {
    throw new ProblemError('The server gave no CSRF token.', {
      status: response.status,
      code: 'NO_CSRF',
      errors: [],
    });
  }
  return answer.csrf_token;
}

/** One at a time over all tabs, where the browser has locks (secure pages). */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? await locks.request('kinwise:refresh', work) : await work();
}
