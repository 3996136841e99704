/**
 * What a device says of its app lock. The lock itself is the device's: neither its PIN nor its passkey comes here. The server
 * believes the device because the person has just confirmed, and lets sessions that nobody sits at live on for that alone.
 */
import type { UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply } from '../../platform/routes.ts';
import { showPresence } from '../presence/presence.ts';
import { note } from '../security/security.ts';
import { liveSession, revive, updateAppLock } from '../sessions/sessions.ts';
import type { AppLock } from './app-locks.schema.ts';

/** Whether it would let the session be idle for longer: whoever sits there unasked would gain by it. */
export async function lengthens(ctx: UserContext, { on }: AppLock): Promise<boolean> {
  const { sessionId } = ctx.actor;
  if (!on || sessionId === undefined) return false;
  return (await liveSession(ctx, sessionId))?.app_lock === false;
}

export async function setAppLock(ctx: UserContext, { on }: AppLock): Promise<Reply> {
  const { userId: user, sessionId: session } = ctx.actor;
  if (session === undefined)
    throw new Problem('AUTH_1003', 'Only a session of somebody has a device that could lock. Sign in.');
  // Where nobody watched, nobody counted: without the lock the session begins its time anew instead of being over at once.
  if (!on) await revive(ctx, session);
  if (await updateAppLock(ctx, { user, session }, on))
    await note(ctx, { action: on ? 'session.app_lock_on' : 'session.app_lock_off', user, session });
  return await showPresence(ctx);
}
