/** The chain of refresh tokens of a session. Each is good once; who shows one again later is a thief, or was robbed. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import { millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { addressKey, countHere } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import type { Cookie, Steps } from '../../platform/routes.ts';
import { issueAccess } from '../access/access.ts';
import type { Access } from '../access/access.ts';
import { isAccountLocked } from '../account-locks/account-locks.ts';
import { checkCsrf } from '../csrf/csrf.ts';
import { sendLetter } from '../letters/letters.ts';
import { note, raise } from '../security/security.ts';
import {
  bearerOf,
  endSessions,
  keepAlive,
  keptSeconds,
  liveSession,
  signedInBy,
} from '../sessions/sessions.ts';
import type { Session } from '../sessions/sessions.ts';
import { alarmFor, holdIfRisky, isAtRisk } from '../session-risks/session-risks.ts';
import { userById } from '../users/users.ts';
import { findRefresh, insertRefresh, takeRefresh } from './refresh.store.ts';

const COOKIE = 'kw_refresh';
/** A session that is over is never copied again; this only outlasts it. */
const COPIED_QUIET_MS = 24 * 3600 * 1000;

type Call = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
};

export type Refreshed = {
  readonly session: Session;
  readonly refreshToken: string;
  readonly access: Access;
  readonly isRisky: boolean;
};

/** The first token of a new session: 256 random bits, of which only the hash is kept. */
export async function firstRefresh(ctx: OpenContext, session: Id): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertRefresh(ctx, session, hashOf(token));
  return token;
}

export function refreshCookie(
  ground: Ground,
  session: { readonly remembered: boolean },
  token: string,
): Cookie {
  return { name: COOKIE, value: token, path: '/api/v1/auth', maxAgeSeconds: keptSeconds(ground, session) };
}

export const NO_REFRESH_COOKIE: Cookie = { name: COOKIE, value: '', path: '/api/v1/auth', maxAgeSeconds: 0 };

/** Goes one link along the chain: by the token that a native client sends, or by the cookie, which needs CSRF proof. */
export async function refresh(steps: Steps, call: Call, sent: string | undefined): Promise<Refreshed> {
  const token = sent ?? call.cookies[COOKIE];
  if (token === undefined || token === '') throw new Problem('AUTH_1001', 'Sign in to get a session.');
  if (sent === undefined) checkCsrf(steps.ground, call);
  await countSession(steps, token);
  const outcome = await steps.step(async (ctx) => await rotate(ctx, token));
  if (outcome.kind === 'over') throw new Problem('AUTH_1003', 'The session is over. Sign in again.');
  return outcome;
}

/** A browser signs in anew: the session whose cookie is about to be replaced would live on without anybody. */
export async function endReplaced(ctx: OpenContext): Promise<void> {
  const token = ctx.origin.cookies?.[COOKIE];
  const session = token ? await sessionOf(ctx, token) : undefined;
  if (session) await endSessions(ctx, { user: session.user_id, reason: 'replaced', only: [session.id] });
}

/** Ends the session of the bearer token, or else the one of the cookie. What is over already is no mistake. */
export async function logOut(steps: Steps, call: Call): Promise<void> {
  const bearer = bearerOf(call.headers['authorization'] as string | undefined);
  const who = bearer === undefined ? undefined : await signedInBy(steps, bearer);
  if (who?.actor.sessionId !== undefined) {
    const { userId: user, sessionId } = who.actor;
    await steps.step(async (ctx) => await endSessions(ctx, { user, reason: 'logout', only: [sessionId] }));
    return;
  }
  const token = call.cookies[COOKIE];
  if (token === undefined || token === '') return;
  checkCsrf(steps.ground, call);
  await steps.step(async (ctx) => {
    const session = await sessionOf(ctx, token);
    if (session) await endSessions(ctx, { user: session.user_id, reason: 'logout', only: [session.id] });
  });
}

type Outcome = ({ readonly kind: 'refreshed' } & Refreshed) | { readonly kind: 'over' };

async function rotate(ctx: OpenContext, token: string): Promise<Outcome> {
  const salt = randomBytes(16).toString('base64url');
  const taken = await takeRefresh(ctx, hashOf(token), salt);
  if (taken === undefined) return await shownAgain(ctx, token);
  const session = await liveSession(ctx, taken);
  if (!session) return { kind: 'over' };
  const successor = successorOf(ctx.ground, token, salt);
  await insertRefresh(ctx, session.id, hashOf(successor));
  if (!(await holdIfRisky(ctx, session.id))) await keepAlive(ctx, session);
  return await withAccess(ctx, session, successor);
}

/** A used token: tabs that wake together show the same one. Within the grace it leads to the end of the chain, later it ends the session for everybody. */
async function shownAgain(ctx: OpenContext, token: string): Promise<Outcome> {
  const session = await sessionOf(ctx, token);
  if (!session) return { kind: 'over' };
  let current = token;
  for (let row = await findRefresh(ctx, hashOf(current)); row?.used_at && row.successor_salt; ) {
    if (ctx.nowMs - millisecondsOf(row.used_at) > ctx.ground.config.REFRESH_GRACE_SECONDS * 1000) {
      await endCopied(ctx, session);
      return { kind: 'over' };
    }
    current = successorOf(ctx.ground, current, row.successor_salt);
    row = await findRefresh(ctx, hashOf(current));
  }
  return await withAccess(ctx, session, current);
}

async function endCopied(ctx: OpenContext, session: Session): Promise<void> {
  await endSessions(ctx, { user: session.user_id, reason: 'copied', only: [session.id] });
  await note(ctx, {
    action: 'refresh.reused',
    user: session.user_id,
    session: session.id,
    success: false,
    risk: 'critical',
  });
  const isNews = await raise(ctx, {
    action: 'alert.session_copied',
    about: session.id,
    quietMs: COPIED_QUIET_MS,
    user: session.user_id,
    session: session.id,
    risk: 'critical',
  });
  const user = await userById(ctx, session.user_id);
  if (!user || !isNews) return;
  if (user.email === '') return await alarmFor(ctx, user.id, 'copied');
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'session_copied',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/settings/sessions`,
    },
  });
}

async function withAccess(ctx: OpenContext, session: Session, refreshToken: string): Promise<Outcome> {
  const user = await userById(ctx, session.user_id);
  if (!user || (await isAccountLocked(ctx, user.id))) return { kind: 'over' };
  const access = await issueAccess(ctx, { user: user.id, session: session.id, version: user.token_version });
  const isRisky = await isAtRisk(ctx, session.id);
  return { kind: 'refreshed', session, refreshToken, access, isRisky };
}

async function sessionOf(ctx: OpenContext, token: string): Promise<Session | undefined> {
  const row = await findRefresh(ctx, hashOf(token));
  return row && (await liveSession(ctx, row.session_id));
}

async function countSession(steps: Steps, token: string): Promise<void> {
  const found = await steps.step(async (ctx) => await findRefresh(ctx, hashOf(token)));
  // Whoever makes tokens up makes no counters by it: they are counted by where they are.
  const who = found?.session_id ?? addressKey(steps.origin.ip ?? 'unknown');
  await countHere(steps, 'refresh_minute', who);
  await countHere(steps, 'refresh_hour', who);
}

/** Needs the token, the salt of the row and the installation's key: nobody with two of them can make it. */
function successorOf(ground: Ground, token: string, salt: string): string {
  return createHmac('sha256', ground.keyFor('refresh chain')).update(`${salt}.${token}`).digest('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
