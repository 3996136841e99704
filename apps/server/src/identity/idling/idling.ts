/** When a session is idle: the rule alone, without clock or database. */
import { millisecondsOf } from '../../platform/clock.ts';

/** After the timeout only a ping revives the session, for so long. */
export const GRACE_SECONDS = 120;
/** No choice is shorter; what was active later than this ago is idle for nobody. */
export const SHORTEST_SECONDS = 5 * 60;
const ORDINARY_SECONDS = 15 * 60;
/** A clock that was set back makes the last activity look as if it were to come; more than this is not believed. */
const AHEAD_MS = 60_000;

export const IDLE_TIMEOUTS = ['5', '15', '30', '60', 'never'] as const;

/** What the rule looks at. */
export type Watched = {
  readonly client: string;
  readonly remembered: boolean;
  readonly active_at: string;
  /** What the person chose, as it was saved; null or something unknown is the ordinary. */
  readonly idle_timeout: string | null;
  /** Somebody who sees more than what is their own: nothing may be chosen for them. */
  readonly is_staff: boolean;
};

export type Idleness =
  /** `remaining`: seconds until only a ping helps. */
  | {
      readonly kind: 'awake';
      readonly timeout: number;
      readonly grace: typeof GRACE_SECONDS;
      readonly remaining: number;
    }
  /** `grace`: what is left of it. */
  | { readonly kind: 'idle'; readonly timeout: number; readonly grace: number; readonly remaining: 0 }
  | { readonly kind: 'over' }
  | { readonly kind: 'unwatched' };

/** How long a session may go without its person; undefined where nobody watches. */
export function timeoutOf(session: Omit<Watched, 'active_at'>): number | undefined {
  if (session.is_staff) return ORDINARY_SECONDS;
  // A program has no person who could go away, and keeps its token itself.
  if (session.client === 'native') return undefined;
  const choice = IDLE_TIMEOUTS.find((one) => one === session.idle_timeout) ?? '15';
  if (choice !== 'never') return Number(choice) * 60;
  // `Never` is for one's own devices: one that need not be remembered may be anybody's.
  return session.remembered ? undefined : ORDINARY_SECONDS;
}

export function idlenessOf(session: Watched, nowMs: number): Idleness {
  const timeout = timeoutOf(session);
  if (timeout === undefined) return { kind: 'unwatched' };
  const awayMs = nowMs - millisecondsOf(session.active_at);
  // Nobody knows how much time has passed while the clock went back: the person is asked.
  if (awayMs < -AHEAD_MS) return { kind: 'idle', timeout, grace: GRACE_SECONDS, remaining: 0 };
  const leftMs = timeout * 1000 - Math.max(0, awayMs);
  if (leftMs > 0)
    return { kind: 'awake', timeout, grace: GRACE_SECONDS, remaining: Math.ceil(leftMs / 1000) };
  const graceMs = leftMs + GRACE_SECONDS * 1000;
  if (graceMs <= 0) return { kind: 'over' };
  return { kind: 'idle', timeout, grace: Math.ceil(graceMs / 1000), remaining: 0 };
}
