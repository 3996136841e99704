import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { Ground, HouseholdContext, OpenContext, UserContext } from './context.ts';
import { cookieText, cookiesOf } from './cookies.ts';
import { admitKey, admitStaff, stepsOf } from './admission.ts';
import { known } from './denied.ts';
import { cameByKey, originOf } from './origin.ts';
import type { BoundParts, HttpParts, SignedIn, Watch } from './http.ts';
import { claim, conclude, requestHash } from './idempotency.ts';
import type { Answer, Claim } from './idempotency.ts';
import { addressKey, countShared, isCounted, limitHeaders } from './limits.ts';
import type { LimitName } from './limits.ts';
import { admitGuarded, admitHeld } from './guarded-routes.ts';
import { Problem, invalid } from './problems.ts';
import { againAsUser, againInHousehold, flowing, restOf } from './long-answers.ts';
import { Reply } from './routes.ts';
import type { HouseholdRoute, Input, Route, UserRoute } from './routes.ts';
import { formIn } from './upload.ts';
import { exactly, parsed, refuseRepeated } from './validation.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** One request, from its limits to its answer. */
export async function answerRoute(parts: BoundParts, route: Route, exchange: Exchange): Promise<unknown> {
  const { request, reply } = exchange;
  if (route.access === 'public') {
    if (!route.admit) await countCaller(parts.ground, route, request);
    if (route.csrf)
      parts.checkCsrf({ headers: request.headers, cookies: cookiesOf(parts.ground, request.cookies) });
    const input = await inputOf(parts, route, request);
    const made = route.inSteps
      ? checked(parts, route, await route.work(stepsOf(parts, request), input))
      : await parts.opener.outside({ origin: originOf(request) }, async (ctx) =>
          checked(parts, route, await route.work(ctx, input)),
        );
    return await send(parts, reply, made);
  }
  const byItself = route.byItself === true || request.headers[ACTIVITY_HEADER] === 'none';
  const arrival = { origin: originOf(request), byItself };
  const who = await parts.authenticate(request.headers.authorization, arrival);
  known.set(request, { user: who.actor.userId, locale: who.locale });
  if (who.key) cameByKey(request, who.key);
  if (who.watch) void reply.headers(watchHeaders(who.watch));
  if (who.watch?.remaining === 0 && !route.answersIdle) throw idle();
  if (isCounted(parts.ground, request.ip)) await countUser(parts, route, { who, reply });
  if (who.held) admitHeld(route, who.guarded === true);
  if (who.guarded) admitGuarded(route);
  if (who.key) await admitKey(parts, route, { request, key: who.key });
  if (route.access === 'user') await admitStaffRole(parts, route, { request, who });
  const input = await inputOf(parts, route, request);
  const made =
    route.access === 'user'
      ? await asUser(parts, route, { exchange, who, input })
      : await inHousehold(parts, route, { exchange, who, input });
  return await send(parts, reply, made);
}

/** Counted and judged by its headers, before its body is read: who knows no secret learns nothing of what stands behind it. */
export async function admitCaller({ ground }: HttpParts, request: FastifyRequest): Promise<void> {
  const { kinwise: route } = request.routeOptions.config as { kinwise?: Route };
  if (route?.access !== 'public' || !route.admit) return;
  await countCaller(ground, route, request);
  route.admit(ground, request.headers);
}

async function countCaller(ground: Ground, route: Route, request: FastifyRequest): Promise<void> {
  if (isCounted(ground, request.ip)) await count(ground, route, addressKey(request.ip));
}

const ACTIVITY_HEADER = 'x-session-activity';
export const WATCH_HEADERS = ['X-Session-Timeout', 'X-Session-Grace', 'X-Session-Remaining'];

/** What an answer says of the session that asked. */
export function watchHeaders({ timeout, grace, remaining }: Watch): Record<string, string> {
  return {
    'x-session-timeout': String(timeout),
    'x-session-grace': String(grace),
    'x-session-remaining': String(remaining),
  };
}

function idle(): Problem {
  return new Problem(
    'AUTH_1031',
    'Nobody has done anything here for a while. Say that you are still there, then try again.',
  );
}

/** Before anything of the input is looked at: what a route of staff takes is told to staff alone. */
async function admitStaffRole(
  parts: BoundParts,
  { staff }: UserRoute,
  { request, who }: { request: FastifyRequest; who: SignedIn },
): Promise<void> {
  if (!staff) return;
  const at = { user: who.actor.userId, origin: originOf(request) };
  await parts.opener.outside(at, async (ctx) => await parts.requireStaff(ctx, who.actor, staff));
}

type Call = { exchange: Exchange; who: SignedIn; input: Input };

async function asUser(
  parts: BoundParts,
  route: Extract<Route, { access: 'user' }>,
  call: Call,
): Promise<Answer> {
  const { exchange, who, input } = call;
  const user = who.actor.userId;
  if (route.inSteps) {
    const steps = stepsOf(parts, exchange.request, user);
    if (route.stepUp) await steps.step(async (ctx) => await parts.requireConfirmed(ctx, who.actor));
    return checked(parts, route, await route.work({ ...steps, actor: who.actor }, input));
  }
  return await parts.opener.outside({ user, origin: originOf(exchange.request) }, async (open) => {
    const ctx: UserContext = { ...open, actor: who.actor };
    // Once more, where it counts: the role may have been taken meanwhile.
    if (route.staff) await parts.requireStaff(ctx, who.actor, route.staff);
    if (route.stepUp || (await route.stepUpFor?.(ctx, input))) await parts.requireConfirmed(ctx, who.actor);
    return await once(ctx, claimOf(exchange.request, { scope: user, user, input }), async () => {
      const result = await route.work(ctx, input);
      return { ...checked(parts, route, result), ...restOf(result, againAsUser(parts, route, ctx)) };
    });
  });
}

async function inHousehold(parts: BoundParts, route: HouseholdRoute, call: Call): Promise<Answer> {
  const { exchange, who, input } = call;
  const { request } = exchange;
  const household = householdOf(route, request, who);
  const user = who.actor.userId;
  const claim = route.opens ? undefined : claimOf(request, { scope: household, user, input });
  const reading = route.method === 'GET' && !route.traced;
  const at = { household, actor: who.actor, origin: originOf(request), reading, claim };
  return await parts.opener.inHousehold(at, async (ctx, before) => {
    known.set(request, { user, household, locale: who.locale });
    if (ctx.facts.staffGrant !== undefined)
      await admitStaff(parts, route, { ctx, who, grant: ctx.facts.staffGrant });
    ctx.require(route.requires);
    if (route.stepUp || (await route.stepUpFor?.(ctx, input))) await parts.requireConfirmed(ctx, who.actor);
    if (before) return before;
    const tag = reading && !route.uncached ? tagOf(ctx) : undefined;
    if (tag !== undefined && request.headers['if-none-match'] === tag) {
      return { status: 304, headers: { etag: tag }, body: '' };
    }
    const result = await route.work(ctx, input);
    const rest = restOf(result, againInHousehold(parts, route, at));
    const answer = { ...checked(parts, route, result), ...rest };
    if (claim) conclude(ctx.db, claim, answer);
    return tag === undefined ? answer : { ...answer, headers: { ...answer.headers, etag: tag } };
  });
}

/** Nothing in a household's answers changes without its log, its day or the reader's role: an ETag for nothing. */
function tagOf(ctx: HouseholdContext): string {
  return `W/"${ctx.facts.lastSeq}.${ctx.today}.${ctx.facts.role}.${started}"`;
}

/** Another start may be another version of the program with other answers. */
const started = process.pid.toString(36) + process.hrtime.bigint().toString(36);

function householdOf(route: HouseholdRoute, request: FastifyRequest, who: SignedIn): Id {
  const header = request.headers['x-household-id'];
  const query = (request.query as Record<string, unknown> | undefined)?.['household'];
  refuseRepeated('household', query);
  const path = (request.params as Record<string, unknown>)[route.householdParam ?? ''];
  const named = [path, header, query].find((text) => typeof text === 'string') ?? who.primaryHousehold;
  if (named === undefined) {
    throw new Problem('RESOURCE_3001', 'You belong to no household yet. Make one, or accept an invitation.');
  }
  const id = named.toLowerCase();
  const isBeyondKey = who.key?.household !== undefined && who.key.household !== id;
  if (!isId(id) || isBeyondKey) throw new Problem('RESOURCE_3001', 'There is no such household.');
  return id;
}

async function once(
  ctx: OpenContext,
  call: Unclaimed | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!call) return await work();
  const before = await claim(ctx.db, { ...call, now: ctx.now });
  if (before) return before;
  const answer = await work();
  conclude(ctx.db, call, answer);
  return answer;
}

type Unclaimed = Omit<Claim, 'now'>;

function claimOf(
  request: FastifyRequest,
  from: { scope: Id; user: Id; input: Input },
): Unclaimed | undefined {
  const key = request.headers['idempotency-key'];
  if (request.method === 'GET' || key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid(
      '/Idempotency-Key',
      'key_invalid',
      'Idempotency-Key: 1 to 200 visible ASCII characters; a UUID is best.',
    );
  }
  const body = from.input.file ? [from.input.body, from.input.file.bytes.length] : request.body;
  return {
    scope: from.scope,
    user: from.user,
    key,
    request: requestHash(request.method, request.url, body),
  };
}

async function inputOf(parts: BoundParts, route: Route, request: FastifyRequest): Promise<Input> {
  const upload = await formIn(parts.ground, route, request);
  return {
    params: route.params ? parsed(route.params, request.params, 'params') : {},
    query: route.query ? parsed(route.query, request.query, 'query') : {},
    body: route.body ? parsed(route.body, upload ? upload.fields : (request.body ?? {}), 'body') : undefined,
    ifVersion: versionOf(request.headers['if-match']),
    file: upload?.file,
    cookies: cookiesOf(parts.ground, request.cookies),
    headers: request.headers,
  };
}

function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header);
  if (!match)
    throw invalid(
      '/If-Match',
      'etag_invalid',
      'If-Match: send the ETag of the object as it was given, such as "v3".',
    );
  return Number(match[1]);
}

/** Shapes the answer before the commit, so that a wrong one undoes the work instead of leaking or lying. */
function checked(parts: BoundParts, route: Route, result: unknown): Answer {
  const reply = result instanceof Reply ? result : new Reply(result);
  const status = reply.options.status ?? route.status ?? (reply.body === undefined ? 204 : 200);
  const strict = parts.ground.config.NODE_ENV !== 'production';
  const body = route.returns && strict && status < 300 ? exactly(route.returns, reply.body) : reply.body;
  const version = (body as { version?: unknown } | null | undefined)?.version;
  const headers: Record<string, string> = { ...reply.options.headers };
  if (typeof version === 'number') headers['etag'] = `"v${version}"`;
  for (const cookie of reply.options.cookies ?? []) {
    headers[`set-cookie:${cookie.name}`] = cookieText(parts.ground, cookie);
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const { file } = reply.options;
  if (!file) return { status, headers, body: text };
  headers['content-type'] = route.file?.[0] ?? 'application/octet-stream';
  headers['content-disposition'] = `attachment; filename="${file.as}"`;
  return { status: 200, headers, body: '', file: file.name };
}

async function send(parts: BoundParts, reply: FastifyReply, answer: Answer): Promise<unknown> {
  // With no transaction open: who fetches it may be slow.
  const file = answer.file === undefined ? undefined : await parts.ground.files.open(answer.file);
  if (answer.file !== undefined && !file) throw new Problem('RESOURCE_3001', 'The file is gone.');
  for (const [name, value] of Object.entries(answer.headers)) {
    void (name.startsWith('set-cookie:') ? reply.header('set-cookie', value) : reply.header(name, value));
  }
  void reply.status(answer.status);
  if (file) return await reply.header('content-length', file.sizeBytes).send(file.stream);
  const { body, rest } = answer;
  if (body === '') return await reply.send();
  if (!('content-type' in answer.headers)) void reply.type('application/json; charset=utf-8');
  const isWhole = rest === undefined || reply.request.method === 'HEAD';
  return await reply.send(isWhole ? body : flowing(parts.ground.log, body, rest));
}

/** By address where nobody is known yet, else by user: a whole flat may share an address. */
async function count(ground: Ground, route: Route, who: string): Promise<void> {
  for (const name of route.limits ?? []) await countShared(ground, name as LimitName, who);
}

async function countUser(
  parts: BoundParts,
  route: Route,
  at: { who: SignedIn; reply: FastifyReply },
): Promise<void> {
  const user = at.who.actor.userId;
  const standing = await parts.countGeneral(at.who.tier === 'premium' ? 'api_premium' : 'api', user);
  if (route.method !== 'GET') await parts.countGeneral('write', user);
  await count(parts.ground, route, user);
  void at.reply.headers(limitHeaders(standing));
}
