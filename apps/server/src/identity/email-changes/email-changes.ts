/**
 * Changing the address that somebody signs in with. The new one counts once its owner has opened the link in the mail to
 * it; the old one hears of it at once, and can undo it for some days: then all is as it was when the change was asked for.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import { endKeys } from '../api-keys/api-keys.ts';
import { dropFactorsSince } from '../factors/factors.ts';
import { dropIdentitiesSince } from '../identities/identities.ts';
import { sendLetter } from '../letters/letters.ts';
import type { Letter } from '../letters/letters.ts';
import { unlock } from '../lockout/lockout.ts';
import { dropMailCodes } from '../mail-codes/mail-codes.ts';
import { issueToken, revokeAll } from '../one-time/one-time.ts';
import { forgetPassword } from '../passwords/passwords.ts';
import { dropSecondSteps } from '../second-steps/second-steps.ts';
import { note } from '../security/security.ts';
import { endSessions, takeOwnersTurn } from '../sessions/sessions.ts';
import {
  clearDeletion,
  emailTaken,
  holdUser,
  readDeletion,
  setEmail,
  userById,
  userByName,
} from '../users/users.ts';
import type { User } from '../users/users.ts';
import { pendingOnTheWire } from './email-changes.schema.ts';
import type { Pending } from './email-changes.schema.ts';
import {
  cancelPending,
  deleteSince,
  findPending,
  insertChange,
  takeConfirm,
  takeUndo,
} from './email-changes.store.ts';
import type { ChangeRow } from './email-changes.store.ts';

const DAY_MS = 24 * 3600 * 1000;

type Standing = { email: string; pending: Pending | null };

export async function showChange(ctx: UserContext): Promise<Standing> {
  const user = await existing(ctx, ctx.actor.userId);
  const row = await findPending(ctx, user.id);
  return { email: user.email, pending: row && stillCounts(row, user) ? pendingOnTheWire(row) : null };
}

/** Asks for a change. Whether somebody has the new address already is told to them, and to nobody else. */
export async function askChange(ctx: UserContext, email: string): Promise<Standing> {
  await takeOwnersTurn(ctx, ctx.actor);
  const user = await existing(ctx, ctx.actor.userId);
  if (email === user.email) throw invalid('/new_email', 'same', 'This is your address already.');
  const holder = await userByName(ctx, email);
  const taken = holder !== undefined && holder.id !== user.id && holder.email_verified_at !== null;
  const id = newId();
  const token = randomBytes(32).toString('base64url');
  const undo = undoToken(ctx.ground, id);
  const { EMAIL_CHANGE_SECONDS, EMAIL_UNDO_DAYS } = ctx.ground.config;
  await cancelPending(ctx, user.id);
  await insertChange(ctx, {
    id,
    user_id: user.id,
    session_id: ctx.actor.sessionId ?? null,
    old_email: user.email,
    new_email: email,
    confirm_hash: taken ? null : hashOf(token),
    undo_hash: hashOf(undo),
    confirm_until: instant(ctx.nowMs + EMAIL_CHANGE_SECONDS * 1000),
    undo_until: instant(ctx.nowMs + EMAIL_CHANGE_SECONDS * 1000 + EMAIL_UNDO_DAYS * DAY_MS),
  });
  await note(ctx, { action: 'email.change_asked', user: user.id, risk: 'medium' });
  const home = ctx.ground.publicUrl();
  post(ctx, user, {
    kind: 'email_change_asked',
    ...names(user, email),
    link: `${home}/undo-email?token=${undo}`,
  });
  if (taken)
    post(ctx, holder, { kind: 'email_change_taken', name: holder.first_name, link: `${home}/sign-in` });
  else
    post(
      ctx,
      { ...user, email },
      {
        kind: 'email_change_confirm',
        ...names(user, email),
        link: `${home}/confirm-email?token=${token}`,
        minutes: Math.round(EMAIL_CHANGE_SECONDS / 60),
        good_until: instant(ctx.nowMs + EMAIL_CHANGE_SECONDS * 1000),
      },
    );
  return await showChange(ctx);
}

export async function cancelChange(ctx: UserContext): Promise<void> {
  if (!(await cancelPending(ctx, ctx.actor.userId)))
    throw new Problem('RESOURCE_3001', 'No change of your address waits.');
  await note(ctx, { action: 'email.change_cancelled', user: ctx.actor.userId });
}

/** The link to the new address was opened: from now on it is the one. */
export async function confirmChange(
  ctx: OpenContext,
  token: string,
): Promise<{ message: string; email: string }> {
  const undoUntil = instant(ctx.nowMs + ctx.ground.config.EMAIL_UNDO_DAYS * DAY_MS);
  const row = (await takeConfirm(ctx, hashOf(token), undoUntil)) ?? spent();
  const user = await userById(ctx, row.user_id);
  if (!user || !stillCounts(row, user)) return spent();
  await move(ctx, user, row.new_email);
  await endSessions(ctx, { user: user.id, reason: 'email_changed', except: row.session_id ?? undefined });
  await note(ctx, { action: 'email.changed', user: user.id, risk: 'high' });
  post(ctx, user, {
    kind: 'email_changed',
    ...names(user, row.new_email),
    days: ctx.ground.config.EMAIL_UNDO_DAYS,
    link: `${ctx.ground.publicUrl()}/undo-email?token=${undoToken(ctx.ground, row.id)}`,
  });
  return { message: 'The address is changed. Other devices are signed out.', email: row.new_email };
}

/**
 * The link to the old address was opened. Whoever changed the address knew the password and sat in a session, so that
 * neither is worth anything now, and what they set up since goes as well. A new password is set by what this answers.
 */
export async function undoChange(
  ctx: OpenContext,
  token: string,
): Promise<{ message: string; email: string; reset_token: string }> {
  const row = (await takeUndo(ctx, hashOf(token))) ?? spent();
  const user = (await userById(ctx, row.user_id)) ?? spent();
  // Counters before the person, as signing in takes them; those of the old address once more when it is theirs again.
  await unlock(ctx, user.id);
  await holdUser(ctx, user.id);
  await deleteSince(ctx, user.id, row.requested_at);
  if (row.confirmed_at !== null) await move(ctx, user, row.old_email);
  else await dropOpenings(ctx, user.id);
  await endSessions(ctx, { user: user.id, reason: 'email_restored' });
  await endKeys(ctx, user.id, 'password_reset');
  await keepSince(ctx, user.id, row.requested_at);
  await forgetPassword(ctx, user);
  await dropFactorsSince(ctx, user.id, row.requested_at);
  await dropIdentitiesSince(ctx, user.id, row.requested_at);
  await unlock(ctx, user.id);
  await note(ctx, { action: 'email.change_undone', user: user.id, risk: 'high' });
  const reset = await issueToken(ctx, user.id, 'reset_password');
  const home = ctx.ground.publicUrl();
  post(
    ctx,
    { ...user, email: row.old_email },
    {
      kind: 'email_restored',
      ...names(user, row.new_email),
      link: `${home}/reset-password?token=${reset}`,
    },
  );
  if (row.confirmed_at !== null)
    post(
      ctx,
      { ...user, email: row.new_email },
      {
        kind: 'email_taken_back',
        name: user.first_name,
        link: `${home}/forgot-password`,
      },
    );
  return { message: 'It is undone. Set a new password.', email: row.old_email, reset_token: reset };
}

/** Whoever changed the address may have asked for the account to be erased, and the mail about it went to them. */
async function keepSince(ctx: OpenContext, user: Id, since: string): Promise<void> {
  const asked = (await readDeletion(ctx, user))?.deletion_requested_at ?? null;
  if (asked === null || millisecondsOf(asked) < millisecondsOf(since)) return;
  if (await clearDeletion(ctx, user)) await note(ctx, { action: 'deletion.cancelled', user, risk: 'high' });
}

/** Gives the user the address, and makes worthless whatever was mailed to the one before. */
async function move(ctx: OpenContext, user: User, email: string): Promise<void> {
  const freed = await setEmail(ctx, { id: user.id, email });
  if (freed === undefined) throw emailTaken();
  // Who had only claimed the address gets nowhere with what was mailed to it.
  for (const id of freed) await dropOpenings(ctx, id);
  await dropOpenings(ctx, user.id);
}

async function dropOpenings(ctx: OpenContext, user: Id): Promise<void> {
  await revokeAll(ctx, user);
  await dropSecondSteps(ctx, user);
  await dropMailCodes(ctx, user);
}

/** A request from before the present password is not the owner’s any more. */
function stillCounts(row: ChangeRow, user: User): boolean {
  const changedMs = user.password_changed_at === null ? 0 : millisecondsOf(user.password_changed_at);
  return user.email === row.old_email && millisecondsOf(row.requested_at) >= changedMs;
}

function names(user: User, email: string) {
  return { name: user.first_name, new_email: email };
}

function post(ctx: OpenContext, to: Pick<User, 'email' | 'locale'>, letter: Letter): void {
  sendLetter(ctx, { to: to.email, locale: to.locale, letter });
}

/** Made from the installation’s key, so that the mail at the request and the one at the change carry the same link. */
function undoToken(ground: Ground, id: Id): string {
  return createHmac('sha256', ground.keyFor('undo of an address')).update(id).digest('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

async function existing(ctx: OpenContext, id: Id): Promise<User> {
  const user = await userById(ctx, id);
  if (!user) throw new Problem('AUTH_1003', 'Sign in again.');
  return user;
}

function spent(): never {
  throw new Problem('AUTH_1008', 'This link was used already or is too old, or a newer one was asked for.');
}
