import { ProblemError } from '../../api/problem.ts';

/** Why somebody was not let in, as far as there is a way out to show. */
export type Refusal =
  /** Too many wrong passwords: nothing is looked at until then, but the link of the mail opens it. */
  | { readonly kind: 'locked'; readonly untilMs: number | undefined }
  /** Too many calls from here; until then each is refused. */
  | { readonly kind: 'hurried'; readonly untilMs: number }
  /** The password was right, the address is not confirmed. */
  | { readonly kind: 'unverified' }
  /** A link of a mail that was used or is too old. */
  | { readonly kind: 'spent' }
  | { readonly kind: 'other' };

/** A minute, where the server says no time. */
const UNTOLD_MS = 60_000;

export function refusalOf(error: unknown, nowMs: number): Refusal {
  if (!(error instanceof ProblemError)) return { kind: 'other' };
  const { status, code, facts } = error;
  const waitMs = facts.retryAfterMs;
  if (status === 423) return { kind: 'locked', untilMs: waitMs === undefined ? undefined : nowMs + waitMs };
  if (status === 429) return { kind: 'hurried', untilMs: nowMs + (waitMs ?? UNTOLD_MS) };
  if (code === 'AUTH_1004') return { kind: 'unverified' };
  if (code === 'AUTH_1008') return { kind: 'spent' };
  return { kind: 'other' };
}
