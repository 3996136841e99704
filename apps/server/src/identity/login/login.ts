/** Signing in with a name and a password, and the answer that every way of signing in gives. */
import type { Ground, OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import type { Steps } from '../../platform/routes.ts';
import { ACCESS_SECONDS, issueAccess } from '../access/access.ts';
import { newCsrfPair } from '../csrf/csrf.ts';
import { hashOf, isOutdated, isRight } from '../hashing/hashing.ts';
import { countTry, forgive, lockedProblem, tellLocked } from '../lockout/lockout.ts';
import type { Try } from '../lockout/lockout.ts';
import { tellNewDevice } from '../new-devices/new-devices.ts';
import { firstRefresh, refreshCookie } from '../refresh/refresh.ts';
import { note } from '../security/security.ts';
import { openSession } from '../sessions/sessions.ts';
import type { How } from '../sessions/sessions.ts';
import { replaceHash, setLastLogin, showMe, userById, userByName } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Login } from './login.schema.ts';

export { signedInSchema } from './login.schema.ts';

/**
 * Signs in, or refuses with the same words whether the name or the password was wrong. The try is counted first, the
 * hash is made with no transaction open, and the password is looked at again as it stands when the session begins.
 */
export async function logIn(steps: Steps, login: Login): Promise<Reply> {
  const { user, attempt, nowMs } = await steps.step(async (ctx) => await begin(ctx, login));
  if (attempt.locked) throw lockedProblem(attempt.untilMs, nowMs);
  if (!(await isRight(steps.ground, user?.password_hash, login.password)) || !user) {
    await steps.step(async (ctx) => {
      await fail(ctx, user, attempt.lockingMs);
    });
    throw wrong();
  }
  const fresh = await rehashed(steps.ground, user, login.password);
  const how: How = {
    client: login.client,
    remembered: login.remember_me,
    deviceName: login.device_name,
    factors: ['password'],
  };
  const reply = await steps.step(async (ctx) => {
    const now = await userById(ctx, user.id);
    if (!now || now.password_hash !== user.password_hash) return wrong();
    await forgive(ctx, user.id);
    if (now.email_verified_at === null && !unverifiedMay(ctx.ground)) return unverified();
    if (fresh !== undefined)
      await replaceHash(ctx, { id: user.id, from: now.password_hash ?? '', to: fresh });
    return await signIn(ctx, now, how);
  }, user.id);
  if (reply instanceof Problem) throw reply;
  return reply;
}

/** Begins a session for somebody who has shown what it takes. Their rows must be in sight of the transaction. */
export async function signIn(ctx: OpenContext, user: User, how: How): Promise<Reply> {
  const session = await openSession(ctx, user.id, how);
  const refreshToken = await firstRefresh(ctx, session.id);
  const access = await issueAccess(ctx, { user: user.id, session: session.id, version: user.token_version });
  await setLastLogin(ctx, user.id);
  await tellNewDevice(ctx, user, session.id);
  await note(ctx, {
    action: 'login.succeeded',
    user: user.id,
    session: session.id,
    details: { by: how.factors.join(' ') },
  });
  const csrf = newCsrfPair(ctx.ground);
  const answer = {
    access_token: access,
    expires_in: ACCESS_SECONDS,
    token_type: 'Bearer',
    user: await showMe(ctx, user.id),
    mfa_required: false,
    csrf_token: csrf.token,
  };
  return how.client === 'native'
    ? new Reply({ ...answer, refresh_token: refreshToken })
    : new Reply(answer, { cookies: [refreshCookie(session, refreshToken), csrf.cookie] });
}

type Begun = { readonly user: User | undefined; readonly attempt: Try; readonly nowMs: number };

async function begin(ctx: OpenContext, login: Login): Promise<Begun> {
  const user = await userByName(ctx, login.email_or_username);
  const attempt = await countTry(ctx, login.email_or_username, user);
  if (attempt.locked)
    await note(ctx, { action: 'login.refused', user: user?.id, success: false, risk: 'medium' });
  return { user, attempt, nowMs: ctx.nowMs };
}

async function fail(ctx: OpenContext, user: User | undefined, lockingMs: number | undefined): Promise<void> {
  await note(ctx, { action: 'login.failed', user: user?.id, success: false, risk: 'medium' });
  if (user && lockingMs !== undefined) await tellLocked(ctx, user, lockingMs);
}

async function rehashed(ground: Ground, user: User, password: string): Promise<string | undefined> {
  return isOutdated(ground, user.password_hash ?? '') ? await hashOf(ground, password) : undefined;
}

/** A switch of development; the settings refuse it in production. */
function unverifiedMay(ground: Ground): boolean {
  return ground.config.DEV_LOGIN_UNVERIFIED && ground.config.NODE_ENV !== 'production';
}

function wrong(): Problem {
  return new Problem('AUTH_1002', 'The name or the password is not right. Try again, or set a new password.');
}

/** Only who knows the password hears this. */
function unverified(): Problem {
  return new Problem('AUTH_1004', 'Open the link in the mail that we sent you, or ask for a new one.');
}
