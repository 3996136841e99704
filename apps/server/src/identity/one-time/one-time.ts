/** Secrets that open one thing once: 256 bits, kept as hashes, the newest of its kind only. */
import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { deleteTokens, findToken, insertToken, takeToken } from './one-time.store.ts';
import type { Purpose } from './one-time.store.ts';

/** The setting that says how long each kind is good for. */
const LIFETIMES = {
  verify_email: 'VERIFY_LINK_SECONDS',
  exchange: 'EXCHANGE_TOKEN_SECONDS',
  reset_password: 'RESET_LINK_SECONDS',
  unlock: 'UNLOCK_LINK_SECONDS',
} as const satisfies Record<Purpose, keyof Config>;

/** Makes a token; older ones of the same user and purpose open nothing any more. */
export async function issueToken(ctx: OpenContext, user: Id, purpose: Purpose): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await deleteTokens(ctx, user, [purpose]);
  await insertToken(ctx, {
    user,
    purpose,
    hash: hashOf(token),
    expiresAt: goodUntil(ctx, purpose),
  });
  return token;
}

/** Until when a token that is made now opens something. */
export function goodUntil(ctx: OpenContext, purpose: Purpose): string {
  return instant(ctx.nowMs + ctx.ground.config[LIFETIMES[purpose]] * 1000);
}

/** The same for a letter, which also says how long that is. */
export function lifetime(ctx: OpenContext, purpose: Purpose): { good_until: string; minutes: number } {
  const minutes = Math.round(ctx.ground.config[LIFETIMES[purpose]] / 60);
  return { good_until: goodUntil(ctx, purpose), minutes };
}

/** Whose token it is, without using it up; refuses what is unknown, used or too old, all with the same words. */
export async function ownerOf(ctx: OpenContext, purpose: Purpose, token: string): Promise<Id> {
  return (await findToken(ctx, purpose, hashOf(token)))?.user_id ?? spent();
}

/** Uses the token up and answers whose it was. */
export async function spend(ctx: OpenContext, purpose: Purpose, token: string): Promise<Id> {
  return (await takeToken(ctx, purpose, hashOf(token)))?.user_id ?? spent();
}

export async function revoke(ctx: OpenContext, user: Id, purposes: readonly Purpose[]): Promise<void> {
  await deleteTokens(ctx, user, purposes);
}

/** Nothing that was mailed to them opens anything any more. */
export async function revokeAll(ctx: OpenContext, user: Id): Promise<void> {
  await deleteTokens(ctx, user, Object.keys(LIFETIMES) as Purpose[]);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function spent(): never {
  throw new Problem('AUTH_1008', 'This link was used already or is too old. Ask for a new one.');
}
