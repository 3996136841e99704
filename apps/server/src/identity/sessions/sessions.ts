/** Sessions: where somebody is signed in. Every access token names one, and is worth nothing when it is over. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import type { Arrival, SignedIn } from '../../platform/http.ts';
import type { Opener } from '../../platform/in-household.ts';
import { chosenLocale } from '../../platform/languages.ts';
import { Problem } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { readAccess } from '../access/access.ts';
import type { ReadClaims } from '../access/access.ts';
import { requireUnlocked } from '../account-locks/account-locks.ts';
import { idlenessOf, shortestMs, timeoutOf } from '../idling/idling.ts';
import type { Idleness } from '../idling/idling.ts';
import { note } from '../security/security.ts';
import { forgetStanding, isGood, standingOf } from '../standings/standings.ts';
import type { StandingRow } from '../standings/standings.ts';
import { holdUser } from '../users/users.ts';
import { sessionOnTheWire } from './sessions.schema.ts';
import {
  endInactive,
  endLive,
  findOpen,
  inactiveSince,
  insertSession,
  moveActivity,
  openSessions,
  readProof,
  touchSession,
  updateProof,
} from './sessions.store.ts';
import type { SessionRow, WatchedRow } from './sessions.store.ts';

export { sessionOnTheWire, sessionSchema } from './sessions.schema.ts';
export { updateAppLock, updateName } from './sessions.store.ts';
export type Session = SessionRow;

const DAY_SECONDS = 24 * 3600;

export type How = {
  readonly client: 'web' | 'native';
  readonly remembered: boolean;
  readonly deviceName: string;
  /** What was shown to get in. */
  readonly factors: readonly string[];
};

/** Begins a session; the oldest ends when there are too many. Those of one user begin in turn, so that none is one too many. */
export async function openSession(ctx: OpenContext, user: Id, how: How): Promise<Session> {
  await requireUnlocked(ctx, user);
  await holdUser(ctx, user);
  const others = await liveSessions(ctx, user);
  const surplus = others.slice(ctx.ground.config.SESSIONS_MOST - 1).map((row) => row.id);
  if (surplus.length > 0) await endSessions(ctx, { user, reason: 'too_many', only: surplus });
  const session = {
    id: newId(),
    user_id: user,
    client: how.client,
    remembered: how.remembered,
    device_name: how.deviceName,
    agent: ctx.origin.agent ?? '',
    ip: ctx.origin.ip ?? null,
    created_at: ctx.now,
    last_seen_at: ctx.now,
    expires_at: instant(ctx.nowMs + keptSeconds(ctx.ground, how) * 1000),
    last_day_at: instant(ctx.nowMs + ctx.ground.config.SESSION_LONGEST_DAYS * DAY_SECONDS * 1000),
    active_at: ctx.now,
  };
  await insertSession(ctx, { ...session, factors: how.factors });
  return session;
}

/** How long a session lives without being used. */
export function keptSeconds(ground: Ground, session: { readonly remembered: boolean }): number {
  const { SESSION_DAYS, SESSION_REMEMBERED_DAYS } = ground.config;
  return (session.remembered ? SESSION_REMEMBERED_DAYS : SESSION_DAYS) * DAY_SECONDS;
}

/** A session that lives, also one that is idle and waits for its person; undefined when it is over. */
export async function liveSession(ctx: OpenContext, id: Id): Promise<WatchedRow | undefined> {
  const row = await findOpen(ctx, id);
  if (!row || idlenessOf(row, ctx.nowMs, ctx.ground.config).kind !== 'over') return row;
  await endIdle(ctx, row);
  return undefined;
}

async function liveSessions(ctx: OpenContext, user: Id): Promise<Session[]> {
  const rows = await openSessions(ctx, user);
  return rows.filter((row) => idlenessOf(row, ctx.nowMs, ctx.ground.config).kind !== 'over');
}

/** The person says that they sit there: alone this brings an idle session back, and only within its grace. */
export async function revive(ctx: OpenContext, id: Id): Promise<boolean> {
  const row = await findOpen(ctx, id);
  if (!row) return false;
  const timeout = timeoutOf(row, ctx.ground.config);
  const afterMs =
    timeout === undefined ? 0 : ctx.nowMs - (timeout + ctx.ground.config.IDLE_GRACE_SECONDS) * 1000;
  forgetStanding(ctx.ground, id);
  return await moveActivity(ctx, id, instant(afterMs));
}

/** Ends what nobody has come back to, so that a clock that is set back later finds it ended. */
export async function endIdleSessions(ctx: OpenContext): Promise<void> {
  const rows = await inactiveSince(ctx, instant(ctx.nowMs - shortestMs(ctx.ground.config)));
  for (const row of rows)
    if (idlenessOf(row, ctx.nowMs, ctx.ground.config).kind === 'over') await endIdle(ctx, row);
}

async function endIdle(
  ctx: OpenContext,
  session: { readonly id: Id; readonly user_id: Id; readonly active_at: string },
): Promise<void> {
  if (!(await endInactive(ctx, session.id, session.active_at))) return;
  forgetStanding(ctx.ground, session.id);
  const details = { reason: 'idle' };
  await note(ctx, { action: 'session.ended', user: session.user_id, session: session.id, details });
}

/** The session was used: its end slides, but never past its last day. */
export async function keepAlive(ctx: OpenContext, session: Session): Promise<void> {
  const untilMs = Math.min(
    ctx.nowMs + keptSeconds(ctx.ground, session) * 1000,
    millisecondsOf(session.last_day_at),
  );
  await touchSession(ctx, session.id, {
    expires_at: instant(untilMs),
    ip: ctx.origin.ip ?? session.ip,
    agent: ctx.origin.agent ?? session.agent,
  });
}

export async function listSessions(
  ctx: OpenContext,
  of: { user: Id; current: Id | undefined },
): Promise<ReturnType<typeof sessionOnTheWire>[]> {
  const rows = await liveSessions(ctx, of.user);
  return rows.map((row) =>
    sessionOnTheWire(row, { current: row.id === of.current, places: ctx.ground.places }),
  );
}

/** Ends sessions of one user; somebody else's session is not found among them. */
export async function endSessions(
  ctx: OpenContext,
  of: { user: Id; reason: string; only?: readonly Id[]; except?: Id | undefined; byOther?: boolean },
): Promise<number> {
  const ended = await endLive(ctx, of);
  for (const session of ended) {
    forgetStanding(ctx.ground, session);
    const { user, byOther = false, reason } = of;
    await note(ctx, { action: 'session.ended', user, session, byOther, details: { reason } });
  }
  return ended.length;
}

/** Ends one session of a user, or says that there is none. */
export async function endSession(ctx: OpenContext, of: { user: Id; session: Id }): Promise<void> {
  const ended = await endSessions(ctx, { user: of.user, reason: 'ended', only: [of.session] });
  if (ended === 0) throw new Problem('RESOURCE_3001', 'You have no such session.');
}

/** What a session has seen of its owner so far: `password`, `mail`, `oidc`, `totp`, `backup_code`, `passkey`, `user_verified`. */
export async function factorsOf(ctx: OpenContext, session: Id | undefined): Promise<readonly string[]> {
  return session === undefined ? [] : ((await readProof(ctx, session))?.factors ?? []);
}

/** Whether it has seen more than the first step. */
export async function hasSeenSecond(ctx: OpenContext, session: Id | undefined): Promise<boolean> {
  const second = ['totp', 'backup_code', 'passkey'];
  return (await factorsOf(ctx, session)).some((one) => second.includes(one));
}

/** The session has seen one more factor, while it was set up or shown for something else. */
export async function addFactors(
  ctx: OpenContext,
  session: Id | undefined,
  factors: readonly string[],
): Promise<void> {
  if (session !== undefined) await updateProof(ctx, session, { factors, confirmed: false });
}

/** The owner has just shown, by these factors, that it is them who sit there. */
export async function confirmSession(
  ctx: OpenContext,
  session: Id,
  factors: readonly string[],
): Promise<void> {
  await updateProof(ctx, session, { factors, confirmed: true });
}

/** When the session last showed that its owner sits there. */
export async function confirmedAt(ctx: OpenContext, session: Id): Promise<string | undefined> {
  return (await readProof(ctx, session))?.confirmed_at ?? undefined;
}

/** Refuses a session that has ended since it was let in, for what takes longer than a call usually does. */
export async function requireOpen(ctx: OpenContext, actor: SignedIn['actor']): Promise<void> {
  if (actor.sessionId !== undefined && (await readProof(ctx, actor.sessionId)) === undefined)
    throw new Problem('AUTH_1003', 'The session is over. Sign in again.');
}

/**
 * Holds the owner until the commit, and refuses a session that has ended: what lets somebody in later is not added by a
 * session that a new password ends in the same moment.
 */
export async function takeOwnersTurn(ctx: OpenContext, actor: SignedIn['actor']): Promise<void> {
  await holdUser(ctx, actor.userId);
  await requireOpen(ctx, actor);
}

/** Who makes a call, by its bearer token; refuses what is missing, forged, expired or over. */
export async function authenticate(
  parts: { readonly ground: Ground; readonly opener: Opener },
  header: string | undefined,
  arrival: Arrival,
): Promise<SignedIn> {
  const token = bearerOf(header);
  if (token === undefined) throw new Problem('AUTH_1001', 'Send a bearer token; sign in to get one.');
  const { ground, opener } = parts;
  const { origin } = arrival;
  const steps: Steps = {
    ground,
    origin,
    step: async (work, user) => await opener.outside({ user, origin }, work),
  };
  const found = await find(steps, token);
  if (!found) throw new Problem('AUTH_1003', 'Sign in again, or refresh the session.');
  if (!arrival.byItself) await countActivity(steps, found);
  return signedIn(found);
}

/** Whom an access token signs in at this moment, if anybody; counts as no activity. */
export async function signedInBy(steps: Steps, token: string): Promise<SignedIn | undefined> {
  const found = await find(steps, token);
  return found && signedIn(found);
}

export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([\w.-]{1,4000})$/i.exec(header ?? '')?.[1];
}

type Found = { readonly claims: ReadClaims; readonly row: StandingRow; idleness: Idleness };

async function find(steps: Steps, token: string): Promise<Found | undefined> {
  const claims = await readAccess(steps, token);
  if (!claims) return undefined;
  const nowMs = steps.ground.clock.nowMs();
  let row = await standingOf(steps, claims);
  // Another node may have heard of the person since.
  if (row && isLeft(steps.ground, row, nowMs)) row = await standingOf(steps, claims, { anew: true });
  if (!row || !isGood(steps.ground, { row, claims, nowMs })) return undefined;
  const idleness = idlenessOf(row, nowMs, steps.ground.config);
  if (idleness.kind !== 'over') return { claims, row, idleness };
  const { session: id, user: user_id } = claims;
  await steps.step(async (ctx) => await endIdle(ctx, { id, user_id, active_at: row.active_at }), user_id);
  return undefined;
}

function isLeft(ground: Ground, row: StandingRow, nowMs: number): boolean {
  return ['idle', 'over'].includes(idlenessOf(row, nowMs, ground.config).kind);
}

const COUNTED_MS = 1000;

/** Once a second at most. An idle session stays so: only a ping brings it back. */
async function countActivity(steps: Steps, found: Found): Promise<void> {
  const { claims, row, idleness } = found;
  if (idleness.kind !== 'awake') return;
  const nowMs = steps.ground.clock.nowMs();
  if (nowMs - millisecondsOf(row.active_at) < COUNTED_MS) return;
  const after = instant(nowMs - idleness.timeout * 1000);
  const moved = await steps.step(async (ctx) => await moveActivity(ctx, claims.session, after), claims.user);
  if (!moved) return;
  row.active_at = instant(nowMs);
  found.idleness = idlenessOf(row, nowMs, steps.ground.config);
}

function signedIn({ claims, row, idleness }: Found): SignedIn {
  const token = { id: claims.token, untilMs: claims.untilMs };
  return {
    actor: { kind: 'user', userId: claims.user, sessionId: claims.session, token },
    primaryHousehold: row.household_id ?? undefined,
    guarded: row.guarded,
    held: row.held,
    tier: row.tier,
    locale: chosenLocale(row.locale),
    watch: 'timeout' in idleness ? idleness : undefined,
  };
}
