/** Sign-ins that wait for a second factor: a token for a few minutes and one purpose, and no session yet. */
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
import type { StepRow } from './second-steps.store.ts';

export type Waiting = {
  readonly mfa_required: true;
  readonly challenge_token: string;
  readonly expires_in: number;
  readonly factors: readonly Factor[];
};

/** What was right so far is kept; the answer says how to go on. */
export async function beginSecondStep(ctx: OpenContext, user: Id, how: How): Promise<Waiting> {
  const token = randomBytes(32).toString('base64url');
  const seconds = ctx.ground.config.SECOND_STEP_SECONDS;
  await insertStep(ctx, {
    id: newId(),
    user_id: user,
    token_hash: hashOf(token),
    client: how.client,
    remembered: how.remembered,
    device_name: how.deviceName,
    factors: [...how.factors],
    expires_at: instant(ctx.nowMs + seconds * 1000),
  });
  return {
    mfa_required: true,
    challenge_token: token,
    expires_in: seconds,
    factors: await factorsFor(ctx, user),
  };
}

/** The sign-in that a token stands for, without using it up: a wrong code may be corrected. */
export async function waitingStep(ctx: OpenContext, token: string): Promise<{ id: Id; user: Id }> {
  const row = (await findStep(ctx, hashOf(token))) ?? tooLate();
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
