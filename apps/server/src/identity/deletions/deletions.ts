/**
 * Asking to be erased, and changing one's mind. Between the two nothing is lost: the person is signed out, and everything
 * waits as it was. What happens when the time is over is told in `home/erasure`.
 */
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { sendLetter } from '../letters/letters.ts';
import type { Letter } from '../letters/letters.ts';
import { revoke } from '../one-time/one-time.ts';
import { note } from '../security/security.ts';
import { endSessions } from '../sessions/sessions.ts';
import { clearDeletion, holdUser, readDeletion, setDeletion, userById } from '../users/users.ts';
import type { WireDeletion } from './deletions.schema.ts';
import { lockOwnHomes, readOwnHomes } from './deletions.store.ts';
import type { OwnHome } from './deletions.store.ts';

const DAY_MS = 24 * 3_600_000;

/** How it stands, and what would happen to the households. */
export async function showDeletion(ctx: UserContext): Promise<WireDeletion> {
  const row = await readDeletion(ctx, ctx.actor.userId);
  const due_at = row?.deletion_due_at ?? null;
  const isDue = due_at !== null && millisecondsOf(due_at) <= ctx.nowMs;
  const homes = await readOwnHomes(ctx);
  const those = (which: (home: OwnHome) => boolean) =>
    homes.filter(which).map(({ id, name }) => ({ id, name }));
  return {
    status: due_at === null ? 'none' : isDue ? 'due' : 'pending',
    requested_at: row?.deletion_requested_at ?? null,
    due_at,
    grace_days: ctx.ground.config.DELETION_GRACE_DAYS,
    households: {
      erased: those((home) => home.others === 0),
      shared: those((home) => home.others > 0 && !hangsOn(home)),
      blocking: those(hangsOn),
    },
  };
}

/** Asks to be erased when the time of grace is over. Asking again changes nothing. */
export async function askDeletion(ctx: UserContext): Promise<WireDeletion> {
  const user = ctx.actor.userId;
  await holdUser(ctx, user);
  await lockOwnHomes(ctx);
  const homes = await readOwnHomes(ctx);
  const blocking = homes.filter(hangsOn);
  if (blocking.length > 0) throw inCharge(blocking);
  const { DELETION_GRACE_DAYS: days } = ctx.ground.config;
  for (const keeps of ctx.ground.hooks.accountKept) {
    const sentence = await keeps(ctx);
    if (sentence !== undefined) throw new Problem('BUSINESS_4008', sentence);
  }
  if (await setDeletion(ctx, { id: user, dueAt: instant(ctx.nowMs + days * DAY_MS) })) {
    const households = homes.filter((home) => home.others === 0).map((home) => home.name);
    await revoke(ctx, user, ['exchange', 'reset_password', 'unlock']);
    await note(ctx, { action: 'deletion.asked', user, session: ctx.actor.sessionId, risk: 'critical' });
    await tell(ctx, user, (name, home) => ({
      kind: 'deletion_asked',
      name,
      days,
      households,
      link: `${home}/sign-in`,
    }));
  }
  await endSessions(ctx, { user, reason: 'deletion' });
  return await showDeletion(ctx);
}

export async function cancelDeletion(ctx: UserContext): Promise<WireDeletion> {
  const user = ctx.actor.userId;
  if (!(await clearDeletion(ctx, user))) {
    throw new Problem('RESOURCE_3005', 'There is no erasure that could be cancelled, or it has begun.');
  }
  await note(ctx, { action: 'deletion.cancelled', user, session: ctx.actor.sessionId, risk: 'medium' });
  await tell(ctx, user, (name, home) => ({ kind: 'deletion_cancelled', name, link: `${home}/` }));
  return await showDeletion(ctx);
}

/** Others count on it, and nobody else could take it over. */
function hangsOn(home: OwnHome): boolean {
  if (home.role === 'admin' && home.others > 0 && home.other_admins === 0) return true;
  const isGuardian = home.role === 'admin' || home.role === 'parent';
  return isGuardian && home.children > 0 && home.other_guardians === 0;
}

function inCharge(homes: readonly OwnHome[]): Problem {
  const names = homes.map((home) => `“${home.name}”`).join(', ');
  return new Problem(
    'BUSINESS_4008',
    `You alone are in charge of ${names}, and others belong to it. Hand it over or delete it first.`,
    { extra: { households: homes.map(({ id, name }) => ({ id, name })) } },
  );
}

async function tell(
  ctx: OpenContext,
  id: string,
  letterOf: (name: string, home: string) => Letter,
): Promise<void> {
  const user = await userById(ctx, id);
  if (!user) return;
  const letter = letterOf(user.first_name, ctx.ground.publicUrl());
  sendLetter(ctx, { to: user.email, locale: user.locale, letter });
}
