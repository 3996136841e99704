/** Sign-ins that wait for a second factor, or for a new password: a token for a few minutes and one purpose, and no session yet. */
import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { factorsFor } from '../factors/factors.ts';
import type { Factor } from '../factors/factors.ts';
import type { How } from '../sessions/sessions.ts';
import { deleteSteps, findStep, insertStep, takeStep } from './second-steps.store.ts';
import type { Purpose, StepRow } from './second-steps.store.ts';

export type Waiting = {
  readonly mfa_required: true;
  readonly challenge_token: string;
  readonly expires_in: number;
  readonly factors: readonly Factor[];
};

/** What was right so far is kept; the answer says how to go on. */
export async function beginSecondStep(ctx: OpenContext, user: Id, how: How): Promise<Waiting> {
  const seconds = ctx.ground.config.SECOND_STEP_SECONDS;
  const token = await begin(ctx, user, { how, purpose: 'factor', seconds });
  return {
    mfa_required: true,
    challenge_token: token,
    expires_in: seconds,
    factors: await factorsFor(ctx, user),
  };
}

export type DuePassword = {
  readonly mfa_required: false;
  readonly password_change_required: true;
  readonly reason: 'required' | 'expired';
  readonly challenge_token: string;
  readonly expires_in: number;
};

/** All was shown that it takes, and the password has to be changed before there is a session. */
export async function beginNewPassword(
  ctx: OpenContext,
  user: Id,
  { how, reason }: { how: How; reason: DuePassword['reason'] },
): Promise<DuePassword> {
  const seconds = ctx.ground.config.NEW_PASSWORD_SECONDS;
  const token = await begin(ctx, user, { how, purpose: 'new_password', seconds });
  return {
    mfa_required: false,
    password_change_required: true,
    reason,
    challenge_token: token,
    expires_in: seconds,
  };
}

/** The sign-in that a token stands for, without using it up: a wrong code may be corrected. */
export async function waitingStep(
  ctx: OpenContext,
  token: string,
  purpose: Purpose = 'factor',
): Promise<{ id: Id; user: Id }> {
  const row = (await findStep(ctx, purpose, hashOf(token))) ?? tooLate();
  return { id: row.id, user: row.user_id };
}

/** Uses the sign-in up and answers how it began. */
export async function takeSecondStep(ctx: OpenContext, id: Id): Promise<How> {
  return howOf((await takeStep(ctx, id)) ?? tooLate());
}

/** What waits was begun with a password that is no longer the right one. */
export async function dropSecondSteps(ctx: OpenContext, user: Id): Promise<void> {
  await deleteSteps(ctx, user);
}

async function begin(
  ctx: OpenContext,
  user: Id,
  { how, purpose, seconds }: { how: How; purpose: Purpose; seconds: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertStep(ctx, {
    id: newId(),
    user_id: user,
    purpose,
    token_hash: hashOf(token),
    client: how.client,
    remembered: how.remembered,
    device_name: how.deviceName,
    factors: [...how.factors],
    expires_at: instant(ctx.nowMs + seconds * 1000),
  });
  return token;
}

function howOf(row: StepRow): How {
  return {
    client: row.client === 'native' ? 'native' : 'web',
    remembered: row.remembered,
    deviceName: row.device_name,
    factors: row.factors,
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function tooLate(): never {
  throw new Problem('AUTH_1022', 'That took too long, or it was used already. Sign in again.');
}
