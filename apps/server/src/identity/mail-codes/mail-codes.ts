/**
 * Signing in by a code in a mail. It counts as the first factor and never as the second: whoever reads the mails can set
 * a new password too. Asking and trying are the same work whether somebody has the address or not.
 */
import { randomInt } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealed, sealedHash, unsealed } from '../../platform/encryption.ts';
import { addressKey, countHere } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply, Steps } from '../../platform/routes.ts';
import { spoken } from '../../platform/waits.ts';
import { sendLetter } from '../letters/letters.ts';
import {
  MAIL_CODES,
  countGuessHere,
  forgiveGuesses,
  holdGuesses,
  lockOf,
  lockedProblem,
} from '../lockout/lockout.ts';
import { signIn } from '../login/login.ts';
import { note } from '../security/security.ts';
import type { Verdict } from '../tries/tries.ts';
import { holdUser, nameKey, userById, userByName } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Verify } from './mail-codes.schema.ts';
import { countCodeTry, deleteCodesOf, findCode, putCode, takeCode } from './mail-codes.store.ts';

const SEND = 'mail_codes.send';
const TELL = 'mail_codes.tell_locked';
const CODES = 1_000_000;
const MINUTE_MS = 60_000;

type Payload = Readonly<Record<string, unknown>>;
type Requested = { message: string; request_id: Id; expires_in: number };

/** Makes a code for the address, and has it sent if a confirmed account has it. */
export async function requestCode(steps: Steps, email: string): Promise<Requested> {
  // From one network fewer: a single stranger elsewhere leaves enough for the owner of the address.
  await countHere(steps, 'otp_account', nameKey(email));
  const network = addressKey(steps.origin.ip ?? 'unknown');
  const code = String(randomInt(CODES)).padStart(6, '0');
  const id = newId();
  const seconds = steps.ground.config.MAIL_CODE_SECONDS;
  await steps.step(async (ctx) => {
    const user = await userByName(ctx, email);
    const isShut = await isQuietlyLocked(ctx, email, user);
    await putCode(ctx, {
      id,
      network,
      address_hash: addressHash(ctx.ground, email),
      code_hash: codeHash(ctx.ground, { request: id, email, code }),
      // An unconfirmed address gives nothing: whoever registered it may not be the one who reads its mails.
      user_id: user?.email_verified_at && !isShut ? user.id : null,
      expires_at: instant(ctx.nowMs + seconds * 1000),
    });
    await note(ctx, { action: 'code.asked', user: user?.id });
    ctx.enqueue({ job: SEND, payload: { request: id, sealed: sealed(ctx.ground, code) } });
  });
  return {
    message: 'If there is an account with this confirmed address, a code is on its way.',
    request_id: id,
    expires_in: seconds,
  };
}

/** Sends the code, if there is somebody to send it to. */
export async function sendCode(ctx: OpenContext, payload: Payload): Promise<void> {
  const row = await findCode(ctx, String(payload['request']));
  const user = row?.user_id ? await userById(ctx, row.user_id) : undefined;
  if (!user) return;
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'mail_code',
      name: user.first_name,
      code: unsealed(ctx.ground, String(payload['sealed'])),
      minutes: Math.round(ctx.ground.config.MAIL_CODE_SECONDS / 60),
      link: `${ctx.ground.publicUrl()}/sign-in`,
      good_until: instant(ctx.nowMs + ctx.ground.config.MAIL_CODE_SECONDS * 1000),
    },
  });
}

/** Signs in by a code. The try is counted, and stays counted, before the code is looked at. */
export async function verifyCode(steps: Steps, body: Verify): Promise<Reply> {
  const { user, attempt, number, nowMs, isShut } = await steps.step(async (ctx) => await count(ctx, body));
  if (attempt.locked) throw codesLocked(attempt.untilMs, nowMs);
  const reply = await steps.step(async (ctx) => {
    // Counters, then the person, then what they have: a new password takes them so. For nobody it is the same work.
    await holdGuesses(ctx, guessOf(body.email, user));
    await holdUser(ctx, user?.id ?? newId());
    const good = !isShut && number !== undefined && number <= ctx.ground.config.MAIL_CODE_TRIES;
    const taken = good ? await takeCode(ctx, hashesOf(ctx.ground, body)) : undefined;
    const owner = taken?.user_id ? await userById(ctx, taken.user_id) : undefined;
    if (!owner?.email_verified_at || owner.id !== user?.id) {
      await tellWrong(ctx, user, attempt.lockingMs);
      return undefined;
    }
    await forgiveGuesses(ctx, guessOf(body.email, owner));
    return await signIn(ctx, owner, {
      client: body.client,
      remembered: body.remember_me,
      deviceName: body.device_name,
      factors: ['mail'],
    });
  }, user?.id);
  if (reply === undefined) throw wrong();
  return reply;
}

/** What was mailed to an address that is no longer right, or before a new password, opens nothing any more. */
export async function dropMailCodes(ctx: OpenContext, user: Id): Promise<void> {
  await deleteCodesOf(ctx, user);
}

type Counted = {
  readonly user: User | undefined;
  readonly attempt: Verdict;
  readonly number: number | undefined;
  readonly nowMs: number;
  readonly isShut: boolean;
};

async function count(ctx: OpenContext, body: Verify): Promise<Counted> {
  const user = await userByName(ctx, body.email);
  const isShut = await isQuietlyLocked(ctx, body.email, user);
  const { MAIL_CODE_ACCOUNT_TRIES: most, MAIL_CODE_EVERYWHERE_TRIES: mostEverywhere } = ctx.ground.config;
  const attempt = await countGuessHere(ctx, guessOf(body.email, user), { most, mostEverywhere });
  const number = await countCodeTry(ctx, hashesOf(ctx.ground, body));
  if (attempt.locked)
    await note(ctx, { action: 'code.refused', user: user?.id, success: false, risk: 'medium' });
  return { user, attempt, number, nowMs: ctx.nowMs, isShut };
}

/**
 * Whose password is locked here does not get in by a code either: refused where wrong passwords under this address did it,
 * and no more than quietly where those under another name did, which nobody is told.
 */
async function isQuietlyLocked(ctx: OpenContext, email: string, user: User | undefined): Promise<boolean> {
  const lock = await lockOf(ctx, email, user);
  if (lock && !lock.isQuiet) throw lockedProblem(lock.untilMs, ctx.nowMs);
  return lock !== undefined;
}

async function tellWrong(
  ctx: OpenContext,
  user: User | undefined,
  lockingMs: number | undefined,
): Promise<void> {
  await note(ctx, { action: 'code.failed', user: user?.id, success: false, risk: 'medium' });
  if (lockingMs === undefined) return;
  const minutes = Math.round(lockingMs / MINUTE_MS);
  await note(ctx, { action: 'code.locked', user: user?.id, risk: 'high', details: { minutes } });
  ctx.enqueue({ job: TELL, payload: { user: user?.id ?? '', minutes } });
}

/** Tells the owner that codes were guessed, if there is one. */
export async function tellLocked(ctx: OpenContext, payload: Payload): Promise<void> {
  const user = payload['user'] === '' ? undefined : await userById(ctx, String(payload['user']));
  if (!user) return;
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'mail_codes_locked',
      name: user.first_name,
      minutes: Number(payload['minutes']),
      link: `${ctx.ground.publicUrl()}/settings/security`,
    },
  });
}

function guessOf(email: string, user: User | undefined) {
  return { what: MAIL_CODES, user: user?.id, name: email };
}

function hashesOf(ground: Ground, { request_id, email, code }: Verify) {
  return {
    id: request_id,
    address_hash: addressHash(ground, email),
    code_hash: codeHash(ground, { request: request_id, email, code }),
  };
}

function addressHash(ground: Ground, email: string): string {
  return sealedHash(ground, `mail code address ${nameKey(email)}`);
}

/** A hash of six digits is soon guessed from outside; with the installation's key in it, it is not. */
function codeHash(ground: Ground, of: { request: Id; email: string; code: string }): string {
  return sealedHash(ground, `mail code sign-in ${of.request} ${nameKey(of.email)} ${of.code}`);
}

function wrong(): Problem {
  const message = 'The code is wrong, too old or used. Take the one of the newest mail, or ask for another.';
  return new Problem('AUTH_1021', message, { errors: [{ pointer: '/code', code: 'wrong', message }] });
}

function codesLocked(untilMs: number, nowMs: number): Problem {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  return new Problem(
    'AUTH_1007',
    `There were too many wrong codes. Sign in with your password, or wait ${spoken(retryAfterSeconds)} and ask for a new code.`,
    { retryAfterSeconds },
  );
}
