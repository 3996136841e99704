/** What the server notices about its own answers: refusals that somebody should see later, and too many errors. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Id } from '@kinwise/core/ids';
import type { Clock } from './clock.ts';
import type { Origin } from './context.ts';
import { known } from './denied.ts';
import type { HttpParts } from './http.ts';
import { addressKey } from './limits.ts';
import { originOf } from './origin.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { HouseholdRoute, Route } from './routes.ts';

const MINUTE_MS = 60_000;

/** A refusal that belongs to no household, as identity writes it down. */
export type Refusal = {
  readonly kind: 'limit' | 'foreign' | 'key' | 'household' | 'missing' | 'input' | 'virus';
  /** Whose it was, or where it came from. */
  readonly who: string;
  readonly user: Id | undefined;
  readonly details: Readonly<Record<string, string>>;
};

export type Watcher = {
  refused(refusal: Refusal, origin: Origin): Promise<void>;
  failing(counts: { readonly failed: number; readonly total: number }): Promise<void>;
};

const KINDS: Partial<Record<ProblemCode, Refusal['kind']>> = {
  RATE_LIMIT_6001: 'limit',
  AUTH_1006: 'foreign',
  AUTH_1041: 'key',
  AUTH_1042: 'key',
  AUTH_1043: 'key',
  VALIDATION_2001: 'input',
  VALIDATION_2003: 'input',
  VALIDATION_2004: 'input',
  VALIDATION_2006: 'input',
  VALIDATION_2007: 'virus',
};

/** One refusal of a kind and caller is written down in so long, or a flood of them would be a flood of entries. */
export const REFUSAL_QUIET_MS = 10 * MINUTE_MS;
const REMEMBERED = 10_000;
const told = new WeakMap<HttpParts, Map<string, number>>();

/** An entry that cannot be written must not turn the refusal into something else. */
export async function refused(parts: HttpParts, request: FastifyRequest, problem: Problem): Promise<void> {
  const kind = kindOf(request, problem);
  if (!kind || !parts.watcher) return;
  const { user } = known.get(request) ?? {};
  const limit = problem.details.extra?.['limit'];
  const who = user ?? addressKey(request.ip);
  const details = {
    method: request.method,
    route: request.routeOptions.url ?? '',
    ...(typeof limit === 'string' ? { limit } : {}),
    ...(['key', 'input'].includes(kind) ? { code: problem.code } : {}),
    ...virusIn(problem),
  };
  // A second virus is no repetition of the first.
  if (kind !== 'virus' && !isNews(parts, `${kind}:${details.limit ?? details.route}:${who}`)) return;
  try {
    await parts.watcher.refused({ kind, who, user, details }, originOf(request));
  } catch (error) {
    parts.ground.log.error({ err: error, request: request.id }, 'a refusal could not be written down');
  }
}

/**
 * What somebody signed in asks for by an id and does not see, and input that no app of ours sends: both may be somebody
 * who tries what gives way. That a field of a form needs a change is none of this.
 */
function kindOf(request: FastifyRequest, problem: Problem): Refusal['kind'] | undefined {
  if (problem.code === 'VALIDATION_2002')
    return problem.details.errors?.some(({ code }) => code === 'unknown_field') ? 'input' : undefined;
  if (problem.code !== 'RESOURCE_3001') return KINDS[problem.code];
  const { user, household } = known.get(request) ?? {};
  const route = (request.routeOptions.config as { kinwise?: Route }).kinwise;
  if (user === undefined || !route) return undefined;
  if (route.access === 'household' && household === undefined)
    return namesHousehold(request, route) ? 'household' : undefined;
  return /:\w*id\b/i.test(route.path) ? 'missing' : undefined;
}

/** Who belongs to none yet names none, and is no stranger to anything. */
function namesHousehold(request: FastifyRequest, { householdParam }: HouseholdRoute): boolean {
  const query = (request.query as Record<string, unknown> | undefined)?.['household'];
  return householdParam !== undefined || (request.headers['x-household-id'] ?? query) !== undefined;
}

function virusIn({ details: { extra, file } }: Problem): Record<string, string> {
  const virus = extra?.['virus'];
  return typeof virus === 'string' ? { virus, file: file ?? '' } : {};
}

/** The other processes are asked through the database; this spares it the flood. */
function isNews(parts: HttpParts, cause: string): boolean {
  const causes = told.get(parts) ?? new Map<string, number>();
  told.set(parts, causes);
  const nowMs = parts.ground.clock.nowMs();
  if (nowMs - (causes.get(cause) ?? -Infinity) < REFUSAL_QUIET_MS) return false;
  if (causes.size >= REMEMBERED) causes.clear();
  causes.set(cause, nowMs);
  return true;
}

/** Of the last minutes' answers, so many parts of a hundred may be errors of ours, once there are enough to tell. */
const FAILED_PERCENT = 5;
const WINDOW_MINUTES = 5;
const ENOUGH = 40;

export function watchErrors(app: FastifyInstance, parts: HttpParts): void {
  const { watcher, ground } = parts;
  if (!watcher) return;
  const count = makeErrorCount(ground.clock);
  app.addHook('onResponse', async (_request, reply) => {
    const counts = count(reply.statusCode >= 500);
    if (!counts) return;
    try {
      await watcher.failing(counts);
    } catch (error) {
      ground.log.error({ err: error, ...counts }, 'too many errors, and nobody could be told');
    }
  });
}

/** Counts answers; tells the counts with an error that makes them too many, once a minute at most. */
export function makeErrorCount(
  clock: Clock,
): (failed: boolean) => { failed: number; total: number } | undefined {
  const minutes = new Map<number, { failed: number; total: number }>();
  let toldIn = -1;
  return (failed) => {
    const minute = Math.floor(clock.nowMs() / MINUTE_MS);
    const current = minutes.get(minute) ?? { failed: 0, total: 0 };
    minutes.set(minute, current);
    current.total += 1;
    if (!failed) return undefined;
    current.failed += 1;
    for (const one of minutes.keys()) if (one <= minute - WINDOW_MINUTES || one > minute) minutes.delete(one);
    const sum = { failed: 0, total: 0 };
    for (const one of minutes.values()) {
      sum.failed += one.failed;
      sum.total += one.total;
    }
    const isTooMuch = sum.total >= ENOUGH && sum.failed * 100 > sum.total * FAILED_PERCENT;
    if (!isTooMuch || toldIn === minute) return undefined;
    toldIn = minute;
    return sum;
  };
}
