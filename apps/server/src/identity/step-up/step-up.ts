/** Confirming that it is still the same person who sits there, before something that cannot be taken back. */
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import type { UserSteps } from '../../platform/routes.ts';
import { issueAccess } from '../access/access.ts';
import { factorsFor } from '../factors/factors.ts';
import { askPasskey } from '../passkeys/passkeys.ts';
import { proveFactor, provePassword } from '../proofs/proofs.ts';
import { note } from '../security/security.ts';
import { isAtRisk, vouchFor } from '../session-risks/session-risks.ts';
import { confirmSession, confirmedAt } from '../sessions/sessions.ts';
import { denyToken } from '../standings/standings.ts';
import { userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import type { Confirmed, Standing, StepUp } from './step-up.schema.ts';

/** A clock that was set back makes a proof look as if it were to come; more than this is not believed. */
const AHEAD_MS = 60_000;

/** Refuses a session that has not shown for a while that its owner sits there. The routes ask through `program.ts`. */
export async function requireConfirmed(ctx: OpenContext, actor: UserContext['actor']): Promise<void> {
  if ((await confirmedUntil(ctx, actor.sessionId)) !== undefined) return;
  throw new Problem(
    'AUTH_1020',
    'This needs a fresh proof that it is you: your password, a code or a passkey. Confirm and try again.',
  );
}

export async function showStanding(ctx: UserContext): Promise<Standing> {
  const { userId, sessionId } = ctx.actor;
  const until = await confirmedUntil(ctx, sessionId);
  const user = await userById(ctx, userId);
  const password = user && user.password_hash !== null ? (['password'] as const) : [];
  return {
    confirmed: until !== undefined,
    confirmed_until: until ?? null,
    methods: [...password, ...(await factorsFor(ctx, userId))],
  };
}

/** What the browser needs to ask for a passkey of who is signed in, for this and for other proofs within the session. */
export async function askOwnPasskey(steps: UserSteps): Promise<{ challenge: string }> {
  const { userId, sessionId } = steps.actor;
  return await askPasskey(steps, { purpose: 'confirm', user: userId, boundTo: sessionId ?? null });
}

/**
 * Marks the session as confirmed and answers an access token that lives no longer than what it is meant for. The token
 * that asked ends with this: whoever copied it earlier gets nothing of what was confirmed.
 */
export async function stepUp(steps: UserSteps, body: StepUp): Promise<Confirmed> {
  const { userId, sessionId, token } = steps.actor;
  if (sessionId === undefined) throw new Problem('AUTH_1020', 'Only a session of somebody can be confirmed.');
  const user = await steps.step(async (ctx) => await userById(ctx, userId));
  if (!user) throw new Problem('AUTH_1003', 'Sign in again.');
  const at = { user, session: sessionId, token };
  if (body.password !== undefined) {
    await provePassword(steps, { user, password: body.password });
    return await steps.step(async (ctx) => await confirmed(ctx, at, ['password']));
  }
  const asked = { purpose: 'confirm', user: userId, boundTo: sessionId } as const;
  return await proveFactor(steps, { user, shown: body, asked }, async (ctx, factors) => {
    if (factors.includes('passkey') && !factors.includes('user_verified')) throw unverified();
    return await confirmed(ctx, at, factors);
  });
}

async function confirmed(
  ctx: OpenContext,
  of: { user: User; session: Id; token: UserContext['actor']['token'] },
  factors: readonly string[],
): Promise<Confirmed> {
  const { user, session, token } = of;
  if (token) await denyToken(ctx, { ...token, session });
  await confirmSession(ctx, session, factors);
  await vouchFor(ctx, session);
  await note(ctx, { action: 'step_up.passed', user: user.id, session, details: { by: factors.join(' ') } });
  const claims = { user: user.id, session, version: user.token_version };
  const access = await issueAccess(ctx, claims, ctx.ground.config.CONFIRMED_TOKEN_SECONDS);
  return {
    access_token: access.token,
    expires_in: access.seconds,
    token_type: 'Bearer',
    confirmed_until: instant(ctx.nowMs + ctx.ground.config.STEP_UP_SECONDS * 1000),
  };
}

async function confirmedUntil(ctx: OpenContext, session: Id | undefined): Promise<string | undefined> {
  const at = session === undefined ? undefined : await confirmedAt(ctx, session);
  if (at === undefined || session === undefined || (await isAtRisk(ctx, session))) return undefined;
  const untilMs = millisecondsOf(at) + ctx.ground.config.STEP_UP_SECONDS * 1000;
  return ctx.nowMs < untilMs && millisecondsOf(at) <= ctx.nowMs + AHEAD_MS ? instant(untilMs) : undefined;
}

/** A key that anybody could touch says that it is there, not who is. */
function unverified(): Problem {
  const message = 'This passkey did not look who holds it. Confirm with your password or a code.';
  return invalid('/passkey', 'not_verified', message);
}
