import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import type { StaffRole } from '@kinwise/core/staff';
import { serveReference } from './api-reference.ts';
import { guardBodies, takeOtherBodies } from './bodies.ts';
import { nameCallers } from './caller.ts';
import type { Actor, Ground, HouseholdContext, OpenContext, Origin } from './context.ts';
import { denied } from './denied.ts';
import { WATCH_HEADERS, answerRoute } from './answer.ts';
import type { Figure } from './feature.ts';
import { guardHeaders } from './headers.ts';
import type { Opener } from './in-household.ts';
import { makeGeneralCounter } from './limits.ts';
import { serveMetrics } from './metrics.ts';
import { refusePlainHttp } from './plain-http.ts';
import { bindPages } from './pages.ts';
import type { Page } from './pages.ts';
import { Problem, problemBody } from './problems.ts';
import type { ProblemCode } from './problems.ts';
import type { Route, Steps } from './routes.ts';
import { hashBodies } from './sent.ts';
import { codeOf } from './transaction.ts';
import { refused, watchErrors } from './watch.ts';
import type { Watcher } from './watch.ts';

/** Who is signed in, as identity answers it for a request. */
export type SignedIn = {
  readonly actor: Extract<Actor, { kind: 'user' }>;
  readonly primaryHousehold: Id | undefined;
  readonly role?: Role;
  /** Where it is watched whether somebody sits there. */
  readonly watch?: Watch | undefined;
  /** A child whose account guardians look after. */
  readonly guarded?: boolean;
  /** The session looks as if somebody else had it: only confirming goes on. */
  readonly held?: boolean;
  /** The API key that a program calls by, in place of a session. */
  readonly key?: KeyFacts;
};

/** An API key, as far as a request has to know it. */
export type KeyFacts = {
  readonly id: Id;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The one household that it may speak of. */
  readonly household: Id | undefined;
  /** Whether each request has to be signed. */
  readonly isSigned: boolean;
};

/** What of a request a signature covers, as it was sent. */
export type SentRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** SHA-256 in hex; undefined where there was no body. */
  readonly bodyHash: string | undefined;
  readonly isForm: boolean;
  readonly headers: FastifyRequest['headers'];
};

/** Seconds. Nothing remains when the session is idle; `grace` then says how long a ping still brings it back. */
export type Watch = { readonly timeout: number; readonly grace: number; readonly remaining: number };

/** What somebody of the staff asks of a household that they may look into. */
export type StaffLook = { readonly grant: Id; readonly staff: Id; readonly route: string };

/** A call as it comes in, before anybody knows whose it is. */
export type Arrival = {
  readonly origin: Origin;
  /** The app asks by itself: nobody has done anything. */
  readonly byItself: boolean;
};

/** What platform needs from the features, handed in by the start. */
export type HttpParts = {
  readonly ground: Ground;
  readonly opener: Opener;
  readonly routes: readonly Route[];
  /** Reads the bearer token or API key; refuses with AUTH_1001, AUTH_1003 or AUTH_1040. */
  readonly authenticate: (header: string | undefined, arrival: Arrival) => Promise<SignedIn>;
  /** Refuses with AUTH_1043 a request that its key wants signed, and that is not. */
  readonly checkSignature: (steps: Steps, key: KeyFacts, sent: SentRequest) => Promise<void>;
  /** Refuses with AUTH_1020 a session that has not shown for a while that its owner sits there. */
  readonly requireConfirmed: (ctx: OpenContext, actor: SignedIn['actor']) => Promise<void>;
  /** Refuses whoever is no staff with this role, or has not shown a second factor. */
  readonly requireStaff: (ctx: OpenContext, actor: SignedIn['actor'], least: StaffRole) => Promise<void>;
  /** Writes down what staff looks at in a household, before they see it. */
  readonly recordLook: (ctx: HouseholdContext, look: StaffLook) => Promise<void>;
  /** Refuses a call by cookie that did not come from the app. */
  readonly checkCsrf: (request: {
    headers: FastifyRequest['headers'];
    cookies: FastifyRequest['cookies'];
  }) => void;
  readonly ready: () => Promise<Record<string, 'ok' | 'failed'>>;
  readonly pages?: readonly Page[];
  readonly figures?: readonly Figure[];
  readonly watcher?: Watcher;
};

const BODY_MAX_BYTES = 10 * 1024 * 1024;

/** The server with every route bound, not yet listening. */
export async function makeHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { ground } = parts;
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    trustProxy: false,
    forceCloseConnections: 'idle',
  });
  refuseOtherContentTypes(app);
  takeOtherBodies(app);
  nameCallers(app, ground);
  guardBodies(app);
  hashBodies(app);
  guardHeaders(app, ground);
  refusePlainHttp(app, ground);
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, {
    limits: { files: 1, fields: 10, fieldSize: 65_536, fileSize: ground.config.IMPORT_MAX_BYTES },
  });
  await app.register(cors, {
    origin: originsOf(ground),
    credentials: true,
    maxAge: 86_400,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['ETag', 'X-Request-Id', 'Retry-After', ...WATCH_HEADERS],
  });
  logRequests(app, ground);
  serveMetrics(app, ground, parts.figures ?? []);
  watchErrors(app, parts);
  setErrors(app, parts);
  serveReference(app, parts.routes);
  bindHealth(app, parts);
  bindPages(app, parts.pages ?? []);
  const countGeneral = makeGeneralCounter(ground);
  for (const route of parts.routes) bind(app, { ...parts, countGeneral }, route);
  return app;
}

export type BoundParts = HttpParts & { readonly countGeneral: ReturnType<typeof makeGeneralCounter> };

function bind(app: FastifyInstance, parts: BoundParts, route: Route): void {
  app.route({
    method: route.method,
    url: `/api/v1/${route.path}`,
    config: { kinwise: route },
    handler: async (request, reply) => await answerRoute(parts, route, { request, reply }),
  });
}

function bindHealth(app: FastifyInstance, parts: HttpParts): void {
  app.get('/api/v1/health', async () => await Promise.resolve({ status: 'ok' }));
  app.get('/api/v1/health/ready', async (_request, reply) => {
    const checks = await parts.ready();
    const good = Object.values(checks).every((state) => state === 'ok');
    return await reply.status(good ? 200 : 503).send({ status: good ? 'ok' : 'failed', checks });
  });
}

/** JSON, and multipart where a route takes a file: everything else is refused before it is read. */
function refuseOtherContentTypes(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
}

function originsOf(ground: Ground): string[] | false {
  const named = ground.config.CORS_ALLOWED_ORIGINS.split(',').filter((origin) => origin !== '');
  const local = [3000, 3001, 4200, 5173, 8080].map((port) => `http://localhost:${port}`);
  const all = ground.config.NODE_ENV === 'development' ? [...named, ...local] : named;
  return all.length > 0 ? all : false;
}

function logRequests(app: FastifyInstance, ground: Ground): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.elapsedTime > 1000) ground.log.warn(line, 'slow request');
    else ground.log.debug(line, 'request');
    await Promise.resolve();
  });
}

function setErrors(app: FastifyInstance, parts: HttpParts): void {
  app.setNotFoundHandler(async (request, reply) => {
    await sendProblem(reply, request, new Problem('RESOURCE_3001', 'There is nothing at this address.'));
  });
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'INTERNAL_9001') {
      parts.ground.log.error(
        { err: error, request: request.id, route: request.routeOptions.url },
        'unexpected',
      );
    }
    await denied(parts, request, problem);
    await refused(parts, request, problem);
    await sendProblem(reply, request, problem);
  });
}

async function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): Promise<void> {
  const { retryAfterSeconds } = problem.details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  const instance = request.url.split('?')[0] ?? '';
  await reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, { errorId: request.id, instance })));
}

const FRAMEWORK: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'VALIDATION_2004',
    'Send application/json (or multipart/form-data where a file is taken).',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['VALIDATION_2001', 'The Content-Length header does not fit the body.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['VALIDATION_2001', 'The body is empty; send a JSON object.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['VALIDATION_2001', 'The body is not valid JSON.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['VALIDATION_2005', 'The body is larger than 10 MB.'],
  FST_REQ_FILE_TOO_LARGE: ['VALIDATION_2005', 'The file is larger than what is accepted here.'],
  FST_FILES_LIMIT: ['VALIDATION_2001', 'Send one file.'],
  FST_FIELDS_LIMIT: ['VALIDATION_2001', 'There are too many form fields.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['VALIDATION_2004', 'Send the file as multipart/form-data.'],
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = FRAMEWORK[codeOf(error)];
  if (known) return new Problem(known[0], known[1]);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem('VALIDATION_2001', 'The request could not be read. Check its headers and body.');
  }
  // A text with NUL, or a number that no column holds: the caller's, though it passed the schemas.
  if (codeOf(error) === '22021' || codeOf(error) === '22P05') {
    return new Problem('VALIDATION_2001', 'The request holds a character that cannot be stored.');
  }
  return new Problem(
    'INTERNAL_9001',
    'Something went wrong on our side. Nothing was changed. Tell us the error_id.',
  );
}
