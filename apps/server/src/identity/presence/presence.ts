/** Whether somebody still sits at a session, as its browser asks and tells. */
import type { UserContext } from '../../platform/context.ts';
import { watchHeaders } from '../../platform/answer.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { idlenessOf } from '../idling/idling.ts';
import { factorsOf, liveSession, revive, sessionOnTheWire } from '../sessions/sessions.ts';
import type { Presence } from './presence.schema.ts';

export async function showPresence(ctx: UserContext): Promise<Reply> {
  const { sessionId } = ctx.actor;
  if (sessionId === undefined) return new Reply(NO_SESSION);
  const session = await liveSession(ctx, sessionId);
  if (!session) throw over();
  const idleness = idlenessOf(session, ctx.nowMs, ctx.ground.config);
  const watch = 'timeout' in idleness ? idleness : undefined;
  const body: Presence = {
    timeout_seconds: watch?.timeout ?? null,
    grace_seconds: watch?.grace ?? null,
    remaining_seconds: watch?.remaining ?? null,
    app_lock: session.app_lock,
    factors: [...(await factorsOf(ctx, sessionId))],
    device: sessionOnTheWire(session, { current: true, places: ctx.ground.places }),
  };
  return new Reply(body, { headers: watch ? watchHeaders(watch) : {} });
}

/** The person is there: the quarter of an hour begins anew. */
export async function ping(ctx: UserContext): Promise<Reply> {
  const { sessionId } = ctx.actor;
  if (sessionId !== undefined && !(await revive(ctx, sessionId))) throw over();
  return await showPresence(ctx);
}

const NO_SESSION: Presence = {
  timeout_seconds: null,
  grace_seconds: null,
  remaining_seconds: null,
  app_lock: false,
  factors: [],
  device: null,
};

function over(): Problem {
  return new Problem('AUTH_1003', 'The session is over. Sign in again.');
}
