/** Second factors: which somebody has, and setting them up and off. E-mail and passwords are none, whatever their number. */
import type { Id } from '@kinwise/core/ids';
import { millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import type { UserSteps } from '../../platform/routes.ts';
import { codesLeft, dropCodes, makeCodes, takeTurn } from '../backup-codes/backup-codes.ts';
import { otpauthUri } from '../hotp/hotp.ts';
import { sendLetter } from '../letters/letters.ts';
import { dropPasskeysSince, hasPasskey, listPasskeys } from '../passkeys/passkeys.ts';
import { proveFactor, provePassword } from '../proofs/proofs.ts';
import { pictureOf } from '../pictures/pictures.ts';
import { note } from '../security/security.ts';
import { addFactors, takeOwnersTurn } from '../sessions/sessions.ts';
import { beginTotp, confirmTotp, removeTotp, totpSince } from '../totp/totp.ts';
import { userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Both, FACTORS, Setup, Status } from './factors.schema.ts';

export { factorsOf } from '../sessions/sessions.ts';

export type Factor = (typeof FACTORS)[number];

const ISSUER = 'KinWise';

/** Whether somebody has a second factor, so that a password or a mail alone does not let them in. */
export async function hasFactor(ctx: OpenContext, user: Id): Promise<boolean> {
  return (await totpSince(ctx, user)) !== undefined || (await hasPasskey(ctx, user));
}

/** With what somebody can take the second step. */
export async function factorsFor(ctx: OpenContext, user: Id): Promise<Factor[]> {
  const totp = (await totpSince(ctx, user)) !== undefined;
  const passkey = await hasPasskey(ctx, user);
  const codes = (totp || passkey) && (await codesLeft(ctx, user)) > 0;
  return [
    ...(totp ? (['totp'] as const) : []),
    ...(passkey ? (['passkey'] as const) : []),
    ...(codes ? (['backup_code'] as const) : []),
  ];
}

/**
 * Whether what a session has seen makes two factors of different kinds. Two that come from the same hand do not: a mail,
 * a password that a mail can reset and a provider that knows the mailbox are one, and a passkey counts double only when it has looked who holds it.
 */
export function areTwo(factors: readonly string[]): boolean {
  const shown = new Set(factors);
  const knows = ['password', 'mail', 'oidc'].some((one) => shown.has(one));
  if (shown.has('passkey')) return knows || shown.has('user_verified');
  return knows && (shown.has('totp') || shown.has('backup_code'));
}

export async function showFactors(ctx: OpenContext, user: Id): Promise<Status> {
  const since = await totpSince(ctx, user);
  const factors = await factorsFor(ctx, user);
  return {
    enabled: factors.length > 0,
    factors,
    totp: { enabled: since !== undefined, since: since ?? null },
    passkeys: (await listPasskeys(ctx, user)).length,
    backup_codes_left: await codesLeft(ctx, user),
  };
}

/** A secret for an authenticator app. Nothing changes at the door before the app has given its first code. */
export async function beginAuthenticator(steps: UserSteps): Promise<Setup> {
  const { secret, account } = await steps.step(async (ctx) => {
    const user = await existing(ctx, steps.actor.userId);
    await note(ctx, { action: 'factor.begun', user: user.id, details: { factor: 'totp' } });
    return { secret: await beginTotp(ctx, user.id), account: user.email };
  });
  const uri = otpauthUri({ issuer: ISSUER, account, secret });
  return { secret, uri, qr: await pictureOf(uri) };
}

/** The first code turns it on. Answers the backup codes, this once. */
export async function confirmAuthenticator(steps: UserSteps, code: string): Promise<string[]> {
  const { userId, sessionId } = steps.actor;
  return await steps.step(async (ctx) => {
    await takeOwnersTurn(ctx, steps.actor);
    if (!(await confirmTotp(ctx, userId, code)))
      throw invalid('/code', 'wrong', 'The code is wrong or too old. Take the newest one of the app.');
    await addFactors(ctx, sessionId, ['totp']);
    await told(ctx, await existing(ctx, userId), 'totp_added');
    return await makeCodes(ctx, userId);
  });
}

/** Turns the authenticator app off, for who shows password and factor. */
export async function disableAuthenticator(steps: UserSteps, both: Both): Promise<void> {
  await withBoth(steps, both, async (ctx, user) => {
    await takeTurn(ctx, user.id);
    if (!(await removeTotp(ctx, user.id)))
      throw invalid('/code', 'not_set_up', 'No authenticator app is set up.');
    if (!(await hasPasskey(ctx, user.id))) await dropCodes(ctx, user.id);
    await told(ctx, user, 'totp_removed');
  });
}

/**
 * Takes away what was set up since an instant, when it was not the owner who did. What was there before stays: this is no
 * way around a second factor.
 */
export async function dropFactorsSince(ctx: OpenContext, user: Id, since: string): Promise<void> {
  await takeTurn(ctx, user);
  await dropPasskeysSince(ctx, user, since);
  const app = await totpSince(ctx, user);
  if (app !== undefined && millisecondsOf(app) >= millisecondsOf(since)) {
    await removeTotp(ctx, user);
    await note(ctx, { action: 'factor.removed', user, risk: 'high', details: { factor: 'totp' } });
  }
  if (!(await hasFactor(ctx, user))) await dropCodes(ctx, user);
}

/** Takes every second factor away and tells the owner: for who has lost them, and has shown the operator who they are. */
export async function dropAllFactors(ctx: OpenContext, user: User): Promise<void> {
  await dropFactorsSince(ctx, user.id, user.created_at);
  await told(ctx, user, 'totp_removed');
}

/** A new set of backup codes in place of the old one, for who shows password and factor. */
export async function renewCodes(steps: UserSteps, both: Both): Promise<string[]> {
  return await withBoth(steps, both, async (ctx, user) => {
    await takeTurn(ctx, user.id);
    await told(ctx, user, 'backup_codes_made');
    return await makeCodes(ctx, user.id);
  });
}

async function withBoth<T>(
  steps: UserSteps,
  both: Both,
  work: (ctx: OpenContext, user: User) => Promise<T>,
): Promise<T> {
  const { userId, sessionId } = steps.actor;
  const user = await steps.step(async (ctx) => await existing(ctx, userId));
  // Who signs in without a password has none to show.
  if (user.password_hash !== null) {
    if (both.password === undefined) throw invalid('/password', 'required', 'Type your password too.');
    await provePassword(steps, { user, password: both.password });
  }
  const asked = { purpose: 'confirm', user: userId, boundTo: sessionId ?? null } as const;
  return await proveFactor(steps, { user, shown: both, asked }, async (ctx) => await work(ctx, user));
}

const TOLD = {
  totp_added: { action: 'factor.added', risk: 'medium' },
  totp_removed: { action: 'factor.removed', risk: 'high' },
  backup_codes_made: { action: 'backup_codes.made', risk: 'medium' },
} as const;

/** Writes it down and tells the owner. */
async function told(ctx: OpenContext, user: User, kind: keyof typeof TOLD): Promise<void> {
  await note(ctx, { ...TOLD[kind], user: user.id, details: { factor: 'totp' } });
  const link = `${ctx.ground.publicUrl()}/settings/security`;
  sendLetter(ctx, { to: user.email, locale: user.locale, letter: { kind, name: user.first_name, link } });
}

async function existing(ctx: OpenContext, id: Id): Promise<User> {
  const user = await userById(ctx, id);
  if (!user) throw new Error('somebody signed in is not there');
  return user;
}
