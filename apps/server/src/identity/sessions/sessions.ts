/** Sessions: where somebody is signed in. Every access token names one, and is worth nothing when it is over. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext, Origin } from '../../platform/context.ts';
import type { SignedIn } from '../../platform/http.ts';
import type { Opener } from '../../platform/in-household.ts';
import { Problem } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { readAccess } from '../access/access.ts';
import type { Claims } from '../access/access.ts';
import { note } from '../security/security.ts';
import { sessionOnTheWire } from './sessions.schema.ts';
import {
  endLive,
  findLive,
  insertSession,
  liveSessions,
  readProof,
  readStanding,
  touchSession,
  updateProof,
} from './sessions.store.ts';
import type { SessionRow, StandingRow } from './sessions.store.ts';

export type Session = SessionRow;

const DAY_SECONDS = 24 * 3600;

export type How = {
  readonly client: 'web' | 'native';
  readonly remembered: boolean;
  readonly deviceName: string;
  /** What was shown to get in. */
  readonly factors: readonly string[];
};

/** Begins a session; the oldest ends when there are too many. */
export async function openSession(ctx: OpenContext, user: Id, how: How): Promise<Session> {
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
  };
  await insertSession(ctx, { ...session, factors: how.factors });
  return session;
}

/** How long a session lives without being used. */
export function keptSeconds(ground: Ground, session: { readonly remembered: boolean }): number {
  const { SESSION_DAYS, SESSION_REMEMBERED_DAYS } = ground.config;
  return (session.remembered ? SESSION_REMEMBERED_DAYS : SESSION_DAYS) * DAY_SECONDS;
}

export async function liveSession(ctx: OpenContext, id: Id): Promise<Session | undefined> {
  return await findLive(ctx, id);
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
  return rows.map((row) => sessionOnTheWire(row, row.id === of.current));
}

/** Ends sessions of one user; somebody else's session is not found among them. */
export async function endSessions(
  ctx: OpenContext,
  of: { user: Id; reason: string; only?: readonly Id[]; except?: Id | undefined },
): Promise<number> {
  const ended = await endLive(ctx, of);
  for (const session of ended) {
    standings.get(ctx.ground)?.delete(session);
    await note(ctx, { action: 'session.ended', user: of.user, session, details: { reason: of.reason } });
  }
  return ended.length;
}

/** Ends one session of a user, or says that there is none. */
export async function endSession(ctx: OpenContext, of: { user: Id; session: Id }): Promise<void> {
  const ended = await endSessions(ctx, { user: of.user, reason: 'ended', only: [of.session] });
  if (ended === 0) throw new Problem('RESOURCE_3001', 'You have no such session.');
}

/** What a session has seen of its owner so far: `password`, `mail`, `totp`, `backup_code`, `passkey`, `user_verified`. */
export async function factorsOf(ctx: OpenContext, session: Id | undefined): Promise<readonly string[]> {
  return session === undefined ? [] : ((await readProof(ctx, session))?.factors ?? []);
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

/** Who makes a call, by its bearer token; refuses what is missing, forged, expired or over. */
export async function authenticate(
  parts: { readonly ground: Ground; readonly opener: Opener },
  header: string | undefined,
  origin: Origin,
): Promise<SignedIn> {
  const token = bearerOf(header);
  if (token === undefined) throw new Problem('AUTH_1001', 'Send a bearer token; sign in to get one.');
  const { ground, opener } = parts;
  const steps: Steps = {
    ground,
    origin,
    step: async (work, user) => await opener.outside({ user, origin }, work),
  };
  const found = await signedInBy(steps, token);
  if (!found) throw new Problem('AUTH_1003', 'Sign in again, or refresh the session.');
  return found;
}

/** Whom an access token signs in at this moment, if anybody. */
export async function signedInBy(steps: Steps, token: string): Promise<SignedIn | undefined> {
  const claims = await readAccess(steps, token);
  if (!claims) return undefined;
  const standing = await standingOf(steps, claims);
  if (!standing || !isGood(standing, claims, steps.ground.clock.nowMs())) return undefined;
  return {
    actor: { kind: 'user', userId: claims.user, sessionId: claims.session },
    primaryHousehold: standing.household_id ?? undefined,
  };
}

export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([\w.-]{1,4000})$/i.exec(header ?? '')?.[1];
}

type Standing = { readonly row: StandingRow; readonly atMs: number };

const standings = new WeakMap<Ground, Map<Id, Standing>>();
const STANDINGS_MOST = 20_000;

async function standingOf(steps: Steps, claims: Claims): Promise<StandingRow | undefined> {
  const nowMs = steps.ground.clock.nowMs();
  const kept = standings.get(steps.ground) ?? new Map<Id, Standing>();
  standings.set(steps.ground, kept);
  const known = kept.get(claims.session);
  const age = known ? nowMs - known.atMs : -1;
  if (known && age >= 0 && age < steps.ground.config.SESSION_BELIEVED_MS) return known.row;
  const row = await steps.step(async (ctx) => await readStanding(ctx, claims.session), claims.user);
  if (kept.size > STANDINGS_MOST) kept.clear();
  // Somebody without a household is about to get one, and should not have to wait for it.
  if (row?.household_id) kept.set(claims.session, { row, atMs: nowMs });
  else kept.delete(claims.session);
  return row;
}

function isGood(row: StandingRow, claims: Claims, nowMs: number): boolean {
  return (
    row.user_id === claims.user &&
    row.ended_at === null &&
    row.deleted_at === null &&
    row.token_version === claims.version &&
    millisecondsOf(row.expires_at) > nowMs
  );
}
