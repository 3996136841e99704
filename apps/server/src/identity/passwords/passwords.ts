/** Changing a password, and setting a new one by mail when it is forgotten. */
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { countHere } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply, Steps, UserSteps } from '../../platform/routes.ts';
import { endKeys } from '../api-keys/api-keys.ts';
import { judgeLater, requireUnbreached } from '../breaches/breaches.ts';
import type { Unjudged } from '../breaches/breaches.ts';
import { hashOf, isRight } from '../hashing/hashing.ts';
import { sendLetter } from '../letters/letters.ts';
import { unlock } from '../lockout/lockout.ts';
import { signIn } from '../login/login.ts';
import { dropMailCodes } from '../mail-codes/mail-codes.ts';
import { issueToken, lifetime, ownerOf, revokeAll, spend } from '../one-time/one-time.ts';
import { clearMarks } from '../password-marks/password-marks.ts';
import { provePassword } from '../proofs/proofs.ts';
import { dropSecondSteps, takeSecondStep, waitingStep } from '../second-steps/second-steps.ts';
import { note } from '../security/security.ts';
import { endSessions } from '../sessions/sessions.ts';
import { requireStrong } from '../strength/strength.ts';
import { holdUser, nameKey, setPasswordHash, setVerified, userById, userByName } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Change, Confirm, Renewal } from './passwords.schema.ts';
import { lastHashes, rememberHash } from './passwords.store.ts';

type Told = { message: string };

/** Changes the password of who is signed in; every other session ends. */
export async function changePassword(steps: UserSteps, body: Change): Promise<Told> {
  const { userId, sessionId } = steps.actor;
  await countHere(steps, 'password_change', userId);
  const { user, before } = await steps.step(async (ctx) => await known(ctx, userId));
  const place = { field: 'old_password', failed: 'password.changed' } as const;
  await provePassword(steps, { user, password: body.old_password }, place);
  const fresh = await newHash(steps.ground, { user, before, password: body.new_password });
  await steps.step(async (ctx) => {
    await requireUnchanged(ctx, user);
    await endSessions(ctx, { user: userId, reason: 'password_changed', except: sessionId });
    if (body.end_api_keys) await endKeys(ctx, userId, 'password_changed');
    await put(ctx, user, { ...fresh, endTokens: false, action: 'password.changed' });
  });
  return { message: 'The password is changed. Other devices are signed out.' };
}

/**
 * Has a link mailed to the owner of the address, if there is one. The caller hears the same either way, after the same
 * work: what differs is left to a job.
 */
export async function askReset(steps: Steps, email: string): Promise<Told> {
  await countHere(steps, 'reset_account', nameKey(email));
  await steps.step(async (ctx) => {
    const user = await userByName(ctx, email);
    await note(ctx, { action: 'password.reset_asked', user: user?.id });
    ctx.enqueue({ job: 'passwords.send_link', payload: { user: user?.id ?? '' } });
  });
  return { message: 'If there is an account with this address, a link is on its way.' };
}

/** Sends the link, if there is somebody to send it to. */
export async function sendResetLink(
  ctx: OpenContext,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const user = payload['user'] === '' ? undefined : await userById(ctx, String(payload['user']));
  if (!user) return;
  const token = await issueToken(ctx, user.id, 'reset_password');
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'password_reset',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/reset-password?token=${token}`,
      ...lifetime(ctx, 'reset_password'),
    },
  });
}

/** Sets a new password by the link: it proves the address, undoes locks and ends every session. */
export async function confirmReset(steps: Steps, body: Confirm): Promise<Told> {
  const { user, before } = await steps.step(async (ctx) => {
    return await known(ctx, await ownerOf(ctx, 'reset_password', body.token));
  });
  const fresh = await newHash(steps.ground, { user, before, password: body.new_password }).catch(
    async (refusal: unknown) => {
      // A twin of this call may have set this very password meanwhile: then the link is what is used up.
      await steps.step(async (ctx) => await ownerOf(ctx, 'reset_password', body.token));
      throw refusal;
    },
  );
  await steps.step(async (ctx) => {
    const owner = await spend(ctx, 'reset_password', body.token);
    // Counters before the person, as signing in takes them.
    await unlock(ctx, owner);
    await requireUnchanged(ctx, user);
    await setVerified(ctx, owner);
    await endSessions(ctx, { user: owner, reason: 'password_reset' });
    // Who had to ask for a new password by mail may have lost more than the password.
    await endKeys(ctx, owner, 'password_reset');
    await put(ctx, user, { ...fresh, endTokens: true, action: 'password.reset' });
  });
  return { message: 'The password is set. Sign in with it.' };
}

/** Sets the password that a sign-in waits for, and ends that sign-in well. What was signed in before is over. */
export async function renewPassword(steps: Steps, body: Renewal): Promise<Reply> {
  const { step, user, before } = await steps.step(async (ctx) => {
    const waiting = await waitingStep(ctx, body.challenge_token, 'new_password');
    return { step: waiting.id, ...(await known(ctx, waiting.user)) };
  });
  const fresh = await newHash(steps.ground, { user, before, password: body.new_password });
  return await steps.step(async (ctx) => {
    const how = await takeSecondStep(ctx, step);
    await requireUnchanged(ctx, user);
    await endSessions(ctx, { user: user.id, reason: 'password_changed' });
    await put(ctx, user, { ...fresh, endTokens: true, action: 'password.changed' });
    return await signIn(ctx, (await known(ctx, user.id)).user, how);
  }, user.id);
}

/** The present password opens nothing any more and does not come back; a new one is set by mail. */
export async function forgetPassword(ctx: OpenContext, user: User): Promise<void> {
  await remember(ctx, user);
  await setPasswordHash(ctx, { id: user.id, hash: null, endTokens: true });
  await clearMarks(ctx, user.id);
}

type Known = { readonly user: User; readonly before: readonly string[] };

async function known(ctx: OpenContext, id: Id): Promise<Known> {
  const user = await userById(ctx, id);
  if (!user) throw new Problem('AUTH_1008', 'This link was used already or is too old. Ask for a new one.');
  return { user, before: await lastHashes(ctx, id, ctx.ground.config.PASSWORDS_REMEMBERED - 1) };
}

type Fresh = { readonly hash: string; readonly unjudged: Unjudged };

async function newHash(ground: Ground, wanted: Known & { readonly password: string }): Promise<Fresh> {
  const { user, before, password } = wanted;
  requireStrong(ground, { password, about: user, pointer: '/new_password' });
  const unjudged = await requireUnbreached(ground, password, '/new_password');
  for (const old of [user.password_hash, ...before]) {
    if (old !== null && (await isRight(ground, old, password))) {
      const message = `This was one of your last ${ground.config.PASSWORDS_REMEMBERED} passwords. Choose another.`;
      throw new Problem('AUTH_1009', message, {
        errors: [{ pointer: '/new_password', code: 'used_before', message }],
      });
    }
  }
  return { hash: await hashOf(ground, password), unjudged };
}

/** Nobody else set a password while this one was being hashed; and nobody signs in with the old one from here on. */
async function requireUnchanged(ctx: OpenContext, user: User): Promise<void> {
  await holdUser(ctx, user.id);
  const now = await userById(ctx, user.id);
  if (now?.password_hash !== user.password_hash) {
    throw new Problem('AUTH_1008', 'The password was changed in the meantime. Start again.');
  }
}

async function put(
  ctx: OpenContext,
  user: User,
  change: Fresh & { endTokens: boolean; action: 'password.changed' | 'password.reset' },
): Promise<void> {
  await remember(ctx, user);
  await setPasswordHash(ctx, { id: user.id, hash: change.hash, endTokens: change.endTokens });
  await clearMarks(ctx, user.id);
  judgeLater(ctx, user.id, change.unjudged);
  await revokeAll(ctx, user.id);
  await dropSecondSteps(ctx, user.id);
  await dropMailCodes(ctx, user.id);
  await note(ctx, { action: change.action, user: user.id, risk: 'medium' });
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'password_changed',
      name: user.first_name,
      link: `${ctx.ground.publicUrl()}/forgot-password`,
    },
  });
}

async function remember(ctx: OpenContext, user: User): Promise<void> {
  if (user.password_hash === null) return;
  const most = ctx.ground.config.PASSWORDS_REMEMBERED - 1;
  await rememberHash(ctx, user.id, { hash: user.password_hash, most });
}
