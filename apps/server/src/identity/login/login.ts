/** Signing in, and the one place where a session begins: who has a second factor does not get in with the first alone. */
import type { Id } from '@kinwise/core/ids';
import { millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { countHere } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import type { Steps } from '../../platform/routes.ts';
import { issueAccess, isStaffMember } from '../access/access.ts';
import { isAccountLocked } from '../account-locks/account-locks.ts';
import { newCsrfPair } from '../csrf/csrf.ts';
import { areTwo, hasFactor } from '../factors/factors.ts';
import { hashOf, isOutdated, isRight } from '../hashing/hashing.ts';
import { countTry, failTry, forgive, lookedAt, tellLocked, tryPassword } from '../lockout/lockout.ts';
import type { OpenTry, Try } from '../lockout/lockout.ts';
import { tellNewDevice } from '../new-devices/new-devices.ts';
import { isMarked } from '../password-marks/password-marks.ts';
import { askPasskey, provePasskey } from '../passkeys/passkeys.ts';
import { proveFactor } from '../proofs/proofs.ts';
import { endReplaced, firstRefresh, refreshCookie } from '../refresh/refresh.ts';
import {
  beginNewPassword,
  beginSecondStep,
  takeSecondStep,
  waitingStep,
} from '../second-steps/second-steps.ts';
import type { DuePassword } from '../second-steps/second-steps.ts';
import { note } from '../security/security.ts';
import { openSession } from '../sessions/sessions.ts';
import type { How } from '../sessions/sessions.ts';
import { holdUser, replaceHash, setLastLogin, showMe, userById, userByName } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Login, PasskeyLogin, SecondStep } from './login.schema.ts';

export { signedInSchema } from './login.schema.ts';

const DAY_MS = 24 * 3600 * 1000;
const NOBODY = '00000000-0000-0000-0000-000000000000' as Id;

/**
 * Signs in, or refuses with the same words whether the name or the password was wrong. The try is counted first, the
 * hash is made with no transaction open, and the password is looked at again as it stands when the session begins.
 */
export async function logIn(steps: Steps, login: Login): Promise<Reply> {
  const name = login.email_or_username;
  return await tryPassword(
    steps,
    { name, begin: async (ctx) => await begin(ctx, login) },
    async (begun) => await look(steps, login, begun),
  );
}

async function look(
  steps: Steps,
  login: Login,
  begun: Begun & { readonly attempt: OpenTry },
): Promise<Reply> {
  const { user, attempt, isLocked, isStaff } = begun;
  // Whoever staff has locked out hears what a wrong password hears: only the mail about the lock tells. So does whom
  // tries with another of their names have locked.
  const isShut = isLocked || attempt.kind === 'quiet';
  const isFit = await lookedAt(
    steps,
    attempt,
    async () => await isRight(steps.ground, user?.password_hash, login.password),
  );
  if (!isFit || !user || isShut) {
    await steps.step(async (ctx) => {
      await fail(ctx, user, await failTry(ctx, attempt));
    });
    throw wrong();
  }
  // Not before the password is right: who is staff shows to nobody else.
  const fresh = await lookedAt(steps, attempt, async () => {
    if (isStaff) await countHere(steps, 'staff_login', user.id);
    return await rehashed(steps.ground, user, login.password);
  });
  const how = howOf(login, ['password']);
  const outcome = await steps.step(async (ctx) => {
    const now = await userById(ctx, user.id);
    if (!now || now.password_hash !== user.password_hash) {
      await failTry(ctx, attempt);
      return wrong();
    }
    await forgive(ctx, now, attempt);
    if (isUnverified(ctx.ground, now)) return unverified();
    if (fresh !== undefined)
      await replaceHash(ctx, { id: user.id, from: now.password_hash ?? '', to: fresh });
    const codeCame = login.mfa_code !== undefined && (await hasFactor(ctx, user.id));
    return codeCame ? 'code' : await signIn(ctx, now, how);
  }, user.id);
  if (outcome instanceof Problem) throw outcome;
  return outcome === 'code' ? await withCode(steps, { user, how, code: login.mfa_code ?? '' }) : outcome;
}

/** The second step of a sign-in that waits. A wrong code may be corrected, a right one is good for one session. */
export async function takeSecondFactor(steps: Steps, body: SecondStep): Promise<Reply> {
  const { waiting, user } = await steps.step(async (ctx) => {
    const step = await waitingStep(ctx, body.challenge_token);
    return { waiting: step, user: await userById(ctx, step.user) };
  });
  if (!user) throw wrong();
  const asked = { purpose: 'second_step', user: user.id, boundTo: waiting.id } as const;
  return await proveFactor(steps, { user, shown: body, asked }, async (ctx, factors) => {
    const how = await takeSecondStep(ctx, waiting.id);
    return await signIn(ctx, user, { ...how, factors: [...how.factors, ...factors] });
  });
}

/** What the browser needs to ask for a passkey: of whoever comes, or of who has taken the first step. */
export async function askLoginPasskey(
  steps: Steps,
  token: string | undefined,
): Promise<{ challenge: string }> {
  if (token === undefined) return await askPasskey(steps, { purpose: 'sign_in' });
  const { id, user } = await steps.step(async (ctx) => await waitingStep(ctx, token));
  return await askPasskey(steps, { purpose: 'second_step', user, boundTo: id });
}

/** Signs in with a passkey alone. It has to have looked who holds it: only then it is two factors. */
export async function logInByPasskey(steps: Steps, body: PasskeyLogin): Promise<Reply> {
  const shown = { ceremony: { purpose: 'sign_in' }, assertion: body.response } as const;
  return await provePasskey(steps, shown, async (ctx, { user: id, factors }) => {
    if (!areTwo(factors)) throw tooLittle();
    const user = await userById(ctx, id);
    if (!user) throw wrong();
    if (isUnverified(ctx.ground, user)) throw unverified();
    return await signIn(ctx, user, howOf(body, factors));
  });
}

/**
 * Begins a session for somebody who has shown what it takes; who has a second factor and has shown only one is asked for
 * the other instead. Their rows must be in sight of the transaction.
 */
export async function signIn(ctx: OpenContext, user: User, how: How): Promise<Reply> {
  await requireSame(ctx, user);
  if (!suffices(how.factors) && (await hasFactor(ctx, user.id)))
    return new Reply(await beginSecondStep(ctx, user.id, how));
  const reason = await dueReason(ctx, user, how);
  if (reason !== undefined) {
    await note(ctx, { action: 'password.due', user: user.id, details: { reason } });
    return new Reply(await beginNewPassword(ctx, user.id, { how, reason }));
  }
  if (how.client === 'web') await endReplaced(ctx);
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
    access_token: access.token,
    expires_in: access.seconds,
    token_type: 'Bearer',
    user: await showMe(ctx, user.id),
    mfa_required: false,
    password_change_required: false,
    csrf_token: csrf.token,
  };
  return how.client === 'native'
    ? new Reply({ ...answer, refresh_token: refreshToken })
    : new Reply(answer, { cookies: [refreshCookie(ctx.ground, session, refreshToken), csrf.cookie] });
}

/**
 * Holds somebody until the commit, and refuses who is not as they were when they were judged: what a new password or a
 * lock ends, it ends here as well, whichever of the two came first.
 */
async function requireSame(ctx: OpenContext, user: User): Promise<void> {
  await holdUser(ctx, user.id);
  const now = await userById(ctx, user.id);
  const isSame =
    now?.token_version === user.token_version &&
    now.password_changed_at === user.password_changed_at &&
    now.deletion_due_at === user.deletion_due_at;
  if (!isSame)
    throw new Problem('AUTH_1022', 'Something about this account changed just now. Begin the sign-in again.');
}

/** The people of the demonstration belong to everybody: nobody can lock the others out of them. */
function suffices(factors: readonly string[]): boolean {
  return areTwo(factors) || factors.includes('demo');
}

/** Why somebody has to choose a new password first, however they sign in; undefined when they need not. */
async function dueReason(ctx: OpenContext, user: User, how: How): Promise<DuePassword['reason'] | undefined> {
  if (how.factors.includes('demo')) return undefined;
  if (await isMarked(ctx, user, 'required')) return 'required';
  const days = await passwordDays(ctx, user.id);
  if (days === 0 || user.password_hash === null || user.password_changed_at === null) return undefined;
  return ctx.nowMs - millisecondsOf(user.password_changed_at) >= days * DAY_MS ? 'expired' : undefined;
}

/** After how many days a password has to be changed; 0 for never. Of two rules the stricter one holds. */
async function passwordDays(ctx: OpenContext, user: Id): Promise<number> {
  const { PASSWORD_DAYS: all, STAFF_PASSWORD_DAYS: staff } = ctx.ground.config;
  if (staff === 0 || !(await isStaffMember(ctx, user))) return all;
  return all === 0 ? staff : Math.min(all, staff);
}

/** The code came with the password. */
async function withCode(steps: Steps, of: { user: User; how: How; code: string }): Promise<Reply> {
  const { user, how, code } = of;
  const asked = { purpose: 'second_step', user: user.id, boundTo: null } as const;
  return await proveFactor(steps, { user, shown: { code }, asked }, async (ctx, factors) => {
    const now = await userById(ctx, user.id);
    if (now?.password_hash !== user.password_hash) throw wrong();
    return await signIn(ctx, now, { ...how, factors: [...how.factors, ...factors] });
  });
}

function howOf(body: Omit<PasskeyLogin, 'response'>, factors: readonly string[]): How {
  return { client: body.client, remembered: body.remember_me, deviceName: body.device_name, factors };
}

type Begun = {
  readonly user: User | undefined;
  readonly attempt: Try;
  readonly isLocked: boolean;
  readonly isStaff: boolean;
};

async function begin(ctx: OpenContext, login: Login): Promise<Begun> {
  const user = await userByName(ctx, login.email_or_username);
  const attempt = await countTry(ctx, login.email_or_username, user);
  if (attempt.kind === 'locked')
    await note(ctx, { action: 'login.refused', user: user?.id, success: false, risk: 'medium' });
  // Asked of nobody as well: the work must not tell whether there is somebody of the name.
  const isLocked = await isAccountLocked(ctx, user?.id ?? NOBODY);
  const isStaff = await isStaffMember(ctx, user?.id ?? NOBODY);
  return { user, attempt, isLocked, isStaff };
}

async function fail(ctx: OpenContext, user: User | undefined, lockingMs: number | undefined): Promise<void> {
  await note(ctx, { action: 'login.failed', user: user?.id, success: false, risk: 'medium' });
  if (lockingMs !== undefined) await tellLocked(ctx, user, lockingMs);
}

async function rehashed(ground: Ground, user: User, password: string): Promise<string | undefined> {
  return isOutdated(ground, user.password_hash ?? '') ? await hashOf(ground, password) : undefined;
}

/** There is a switch of development that lets them in; the settings refuse it in production. */
function isUnverified({ config }: Ground, user: User): boolean {
  const may = config.DEV_LOGIN_UNVERIFIED && config.NODE_ENV !== 'production';
  return user.email_verified_at === null && !may;
}

function wrong(): Problem {
  return new Problem('AUTH_1002', 'The name or the password is not right. Try again, or set a new password.');
}

/** Only who knows the password hears this. */
function unverified(): Problem {
  return new Problem('AUTH_1004', 'Open the link in the mail that we sent you, or ask for a new one.');
}

function tooLittle(): Problem {
  return new Problem(
    'AUTH_1023',
    'This passkey did not look who holds it. Sign in with your password; then it does for the second step.',
  );
}
