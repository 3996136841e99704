/** The authenticator app of a user: one at most, and it counts once it has given a right code. */
import { randomBytes } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { sealed, unsealed } from '../../platform/encryption.ts';
import { Problem } from '../../platform/problems.ts';
import { base32, fromBase32, stepOf } from '../hotp/hotp.ts';
import { advance, confirmDevice, deleteDevice, findDevice, upsertWaiting } from './totp.store.ts';
import type { DeviceRow } from './totp.store.ts';

const SECRET_BYTES = 20;

/** A secret for an app that is about to be set up, in place of one that never gave a code. */
export async function beginTotp(ctx: OpenContext, user: Id): Promise<string> {
  const secret = base32(randomBytes(SECRET_BYTES));
  if (await upsertWaiting(ctx, user, sealed(ctx.ground, secret))) return secret;
  throw new Problem(
    'RESOURCE_3002',
    'An authenticator app is set up already. Turn it off before you set up another.',
  );
}

/** The app has given its first code: from now on it counts. False when the code is wrong. */
export async function confirmTotp(ctx: OpenContext, user: Id, code: string): Promise<boolean> {
  const device = await findDevice(ctx, user);
  if (!device || device.confirmed_at !== null)
    throw new Problem('RESOURCE_3001', 'No authenticator app waits for its first code. Begin again.');
  const step = stepIn(ctx.ground, device, { code, nowMs: ctx.nowMs });
  return step !== undefined && (await confirmDevice(ctx, device, step));
}

/** Whether the code is right, and its step was not used before: a code works once, also for twins of this call. */
export async function useTotp(ctx: OpenContext, user: Id, code: string): Promise<boolean> {
  const device = await findDevice(ctx, user);
  if (!device) return false;
  const step = stepIn(ctx.ground, device, { code, nowMs: ctx.nowMs });
  return step !== undefined && (await advance(ctx, user, step));
}

/** Since when an app counts; undefined without one. */
export async function totpSince(ctx: OpenContext, user: Id): Promise<string | undefined> {
  return (await findDevice(ctx, user))?.confirmed_at ?? undefined;
}

/** False when there was none that counted; one that waited for its first code goes too. */
export async function removeTotp(ctx: OpenContext, user: Id): Promise<boolean> {
  const device = await deleteDevice(ctx, user);
  return device !== undefined && device.confirmed_at !== null;
}

function stepIn(
  ground: Ground,
  device: DeviceRow,
  given: { code: string; nowMs: number },
): number | undefined {
  const secret = fromBase32(unsealed(ground, device.secret_cipher));
  return stepOf(secret, given.code.replace(/\s/g, ''), given.nowMs);
}
