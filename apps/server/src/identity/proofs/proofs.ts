/**
 * Showing who one is. A guess is counted in a transaction that commits before the guess is looked at, so that any number
 * of them at once are all counted: passwords by name and network, codes by account.
 */
import type { OpenContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { spoken } from '../../platform/waits.ts';
import { codesLeft, useCode } from '../backup-codes/backup-codes.ts';
import { isRight } from '../hashing/hashing.ts';
import { sendLetter } from '../letters/letters.ts';
import type { Letter } from '../letters/letters.ts';
import {
  countGuess,
  countTry,
  failTry,
  forgive,
  forgiveGuesses,
  lookedAt,
  tellLocked,
  tryPassword,
} from '../lockout/lockout.ts';
import { provePasskey } from '../passkeys/passkeys.ts';
import type { Ceremony } from '../passkeys/passkeys.ts';
import { note } from '../security/security.ts';
import { useTotp } from '../totp/totp.ts';
import type { Verdict } from '../tries/tries.ts';
import type { User } from '../users/users.ts';
import type { Shown } from './proofs.schema.ts';

/** Of somebody known: after their password, or within their session. */
export type Asked = Exclude<Ceremony, { purpose: 'sign_in' }>;

type Finish<T> = (ctx: OpenContext, factors: readonly string[]) => Promise<T>;

const MINUTE_MS = 60_000;

/** Where a password is asked for: the name of its field, and what goes into the owner's history when it is wrong. */
type Place = { readonly field: string; readonly failed: 'step_up.failed' | 'password.changed' };

const CONFIRMING: Place = { field: 'password', failed: 'step_up.failed' };

/** Somebody signed in types their password again; a wrong one counts as it does at the door. */
export async function provePassword(
  steps: Steps,
  { user, password }: { user: User; password: string },
  { field, failed }: Place = CONFIRMING,
): Promise<void> {
  const begin = async (ctx: OpenContext) => ({ attempt: await countTry(ctx, user.email, user) });
  await tryPassword(steps, { name: user.email, begin }, async ({ attempt }) => {
    const look = async (): Promise<boolean> => await isRight(steps.ground, user.password_hash, password);
    const right = (await lookedAt(steps, attempt, look)) && attempt.kind === 'open';
    await steps.step(async (ctx) => {
      if (right) return await forgive(ctx, user, attempt);
      const details = { by: 'password' };
      await note(ctx, { action: failed, user: user.id, success: false, risk: 'medium', details });
      const lockingMs = await failTry(ctx, attempt);
      if (lockingMs !== undefined) await tellLocked(ctx, user, lockingMs);
    });
    if (!right) throw invalid(`/${field}`, 'wrong', 'This is not your password.');
  });
}

/** Judges a code or a passkey; `finish` does in the same transaction what it was shown for. */
export async function proveFactor<T>(
  steps: Steps,
  of: { user: User; shown: Shown; asked: Asked },
  finish: Finish<T>,
): Promise<T> {
  const { user, shown, asked } = of;
  if (shown.passkey === undefined)
    return await proveCode(steps, { user, code: shown.code ?? '', asked }, finish);
  return await provePasskey(steps, { ceremony: asked, assertion: shown.passkey }, async (ctx, proven) =>
    finish(ctx, proven.factors),
  );
}

async function proveCode<T>(
  steps: Steps,
  of: { user: User; code: string; asked: Asked },
  finish: Finish<T>,
): Promise<T> {
  const { user, code, asked } = of;
  const guess = { what: 'codes', user: user.id };
  const { attempt, nowMs } = await steps.step(async (ctx) => ({
    attempt: await counted(ctx, user),
    nowMs: ctx.nowMs,
  }));
  if (attempt.locked) throw codesLocked(attempt.untilMs, nowMs);
  const done = await steps.step(async (ctx) => {
    const factor = await usedFactor(ctx, user, code);
    if (factor === undefined) {
      await tellWrong(ctx, user, attempt.lockingMs);
      return undefined;
    }
    await forgiveGuesses(ctx, guess);
    return { result: await finish(ctx, [factor]) };
  }, user.id);
  if (!done) throw wrongCode(asked);
  return done.result;
}

async function counted(ctx: OpenContext, user: User): Promise<Verdict> {
  const guess = { what: 'codes', user: user.id };
  const attempt = await countGuess(ctx, guess, ctx.ground.config.FACTOR_TRIES);
  if (attempt.locked)
    await note(ctx, { action: 'factor.refused', user: user.id, success: false, risk: 'medium' });
  return attempt;
}

/** Six digits are a code of the app, anything else is one of the backup codes. Either is used up by this. */
async function usedFactor(
  ctx: OpenContext,
  user: User,
  code: string,
): Promise<'totp' | 'backup_code' | undefined> {
  if (/^\d{6}$/.test(code.replace(/\s/g, '')))
    return (await useTotp(ctx, user.id, code)) ? 'totp' : undefined;
  if (!(await useCode(ctx, user.id, code))) return undefined;
  const left = await codesLeft(ctx, user.id);
  await note(ctx, { action: 'backup_code.used', user: user.id, risk: 'medium', details: { left } });
  tell(ctx, user, (link) => ({ kind: 'backup_code_used', name: user.first_name, left, link }));
  return 'backup_code';
}

async function tellWrong(ctx: OpenContext, user: User, lockingMs: number | undefined): Promise<void> {
  const details = { factor: 'code' };
  await note(ctx, { action: 'factor.failed', user: user.id, success: false, risk: 'medium', details });
  if (lockingMs === undefined) return;
  const minutes = Math.round(lockingMs / MINUTE_MS);
  await note(ctx, { action: 'factor.locked', user: user.id, risk: 'high', details: { minutes } });
  const link = `${ctx.ground.publicUrl()}/forgot-password`;
  tell(ctx, user, () => ({ kind: 'codes_locked', name: user.first_name, minutes, link }));
}

function tell(ctx: OpenContext, user: User, letter: (link: string) => Letter): void {
  const link = `${ctx.ground.publicUrl()}/settings/security`;
  sendLetter(ctx, { to: user.email, locale: user.locale, letter: letter(link) });
}

function codesLocked(untilMs: number, nowMs: number): Problem {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  return new Problem(
    'AUTH_1007',
    `There were too many wrong codes. Use a passkey, or wait ${spoken(retryAfterSeconds)} and try again.`,
    { retryAfterSeconds },
  );
}

/** Who is signed in has a field to correct; who is not has not signed in. */
function wrongCode({ purpose }: Asked): Problem {
  const message = 'The code is wrong, too old or used. Take the newest, or one of your backup codes.';
  const errors = [{ pointer: '/code', code: 'wrong', message }];
  return purpose === 'confirm'
    ? invalid('/code', 'wrong', message)
    : new Problem('AUTH_1021', message, { errors });
}
