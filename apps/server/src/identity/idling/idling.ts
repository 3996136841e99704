/** When a session is idle: the rule alone, without clock or database. */
import { millisecondsOf } from '../../platform/clock.ts';

/** No choice is shorter; what was active later than this ago is idle for nobody. */
const SHORTEST_SECONDS = 5 * 60;
/** A clock that was set back makes the last activity look as if it were to come; more than this is not believed. */
const AHEAD_MS = 60_000;

export const IDLE_TIMEOUTS = ['5', '15', '30', '60', 'never'] as const;

/** Nobody's session is over who was away for less. */
export function shortestMs(rule: IdleRule): number {
  return (Math.min(SHORTEST_SECONDS, rule.IDLE_MINUTES * 60) + rule.IDLE_GRACE_SECONDS) * 1000;
}

/** Whether one choice lets a session be idle for longer than another. */
export function isLonger(wanted: string, before: string): boolean {
  return IDLE_TIMEOUTS.findIndex((one) => one === wanted) > IDLE_TIMEOUTS.findIndex((one) => one === before);
}

/** How long is ordinary, and how long after the timeout a ping revives the session; from the settings. */
export type IdleRule = { readonly IDLE_MINUTES: number; readonly IDLE_GRACE_SECONDS: number };

/** What the rule looks at. */
export type Watched = {
  readonly client: string;
  readonly remembered: boolean;
  /** Whether its device locks the app by itself, as it has said after a confirmation. */
  readonly app_lock: boolean;
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
      readonly grace: number;
      readonly remaining: number;
    }
  /** `grace`: what is left of it. */
  | { readonly kind: 'idle'; readonly timeout: number; readonly grace: number; readonly remaining: 0 }
  | { readonly kind: 'over' }
  | { readonly kind: 'unwatched' };

/** How long a session may go without its person; undefined where nobody watches. */
export function timeoutOf(session: Omit<Watched, 'active_at'>, rule: IdleRule): number | undefined {
  if (session.is_staff) return rule.IDLE_MINUTES * 60;
  // A program has no person who could go away, and keeps its token itself.
  if (session.client === 'native') return undefined;
  const ordinary = rule.IDLE_MINUTES * 60;
  const choice = IDLE_TIMEOUTS.find((one) => one === session.idle_timeout);
  if (choice === undefined) return ordinary;
  if (choice !== 'never') return Number(choice) * 60;
  // `Never` is for one's own devices that lock the app instead: any other may be anybody's, or lie open.
  return session.remembered && session.app_lock ? undefined : ordinary;
}

export function idlenessOf(session: Watched, nowMs: number, rule: IdleRule): Idleness {
  const timeout = timeoutOf(session, rule);
  const whole = rule.IDLE_GRACE_SECONDS;
  if (timeout === undefined) return { kind: 'unwatched' };
  const awayMs = nowMs - millisecondsOf(session.active_at);
  // Nobody knows how much time has passed while the clock went back: the person is asked.
  if (awayMs < -AHEAD_MS) return { kind: 'idle', timeout, grace: whole, remaining: 0 };
  const leftMs = timeout * 1000 - Math.max(0, awayMs);
  if (leftMs > 0) return { kind: 'awake', timeout, grace: whole, remaining: Math.ceil(leftMs / 1000) };
  const graceMs = leftMs + whole * 1000;
  if (graceMs <= 0) return { kind: 'over' };
  return { kind: 'idle', timeout, grace: Math.ceil(graceMs / 1000), remaining: 0 };
}
