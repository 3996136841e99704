/** How the session of an access token stands, as each request asks; a node believes it for a second at most. */
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, OpenContext } from '../../platform/context.ts';
import type { Steps } from '../../platform/routes.ts';
import type { ReadClaims } from '../access/access.ts';
import { deleteDeniedBefore, insertDenied, readStanding } from './standings.store.ts';
import type { StandingRow } from './standings.store.ts';

export type { StandingRow } from './standings.store.ts';

const DAY_MS = 24 * 3600 * 1000;
const KNOWN_MOST = 20_000;

type Standing = { readonly row: StandingRow; readonly atMs: number };

const standings = new WeakMap<Ground, Map<Id, Standing>>();

/** What is known of the session of a token; `anew` asks the database whatever is known. */
export async function standingOf(
  steps: Steps,
  claims: ReadClaims,
  { anew } = { anew: false },
): Promise<StandingRow | undefined> {
  const nowMs = steps.ground.clock.nowMs();
  const kept = standings.get(steps.ground) ?? new Map<Id, Standing>();
  standings.set(steps.ground, kept);
  const known = anew ? undefined : kept.get(claims.session);
  const age = known ? nowMs - known.atMs : -1;
  if (known && age >= 0 && age < steps.ground.config.SESSION_BELIEVED_MS) return known.row;
  const row = await steps.step(async (ctx) => await readStanding(ctx, claims.session), claims.user);
  if (kept.size > KNOWN_MOST) kept.clear();
  // Somebody without a household is about to get one, and should not have to wait for it.
  if (row?.household_id) kept.set(claims.session, { row, atMs: nowMs });
  else kept.delete(claims.session);
  return row;
}

/** What this node knows of a session has just changed. */
export function forgetStanding(ground: Ground, session: Id): void {
  standings.get(ground)?.delete(session);
}

export function isGood(ground: Ground, of: { row: StandingRow; claims: ReadClaims; nowMs: number }): boolean {
  const { row, claims, nowMs } = of;
  // Also a token that was made before somebody became staff.
  const isFresh = nowMs < claims.issuedMs + ground.config.STAFF_TOKEN_SECONDS * 1000;
  return (
    row.user_id === claims.user &&
    row.ended_at === null &&
    row.deleted_at === null &&
    !row.is_locked &&
    (!row.is_staff || isFresh) &&
    row.token_version === claims.version &&
    !row.denied.includes(claims.token) &&
    millisecondsOf(row.expires_at) > nowMs
  );
}

/** Ends an access token before its time, where another one takes its place. The session and its other tokens go on. */
export async function denyToken(
  ctx: OpenContext,
  token: { readonly id: Id; readonly session: Id; readonly untilMs: number },
): Promise<void> {
  await insertDenied(ctx, { id: token.id, session: token.session, expiresAt: instant(token.untilMs) });
  forgetStanding(ctx.ground, token.session);
}

/** A day late, so that a clock that is set back revives none. */
export async function forgetDenied(ctx: OpenContext): Promise<void> {
  await deleteDeniedBefore(ctx, instant(ctx.nowMs - DAY_MS));
}
