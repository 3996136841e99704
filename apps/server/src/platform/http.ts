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
import { guardBodies, takeJson, takeOtherBodies } from './bodies.ts';
import { nameCallers } from './caller.ts';
import type { Actor, Ground, HouseholdContext, OpenContext, Origin } from './context.ts';
import { WATCH_HEADERS, admitCaller, answerRoute } from './answer.ts';
import { DEPRECATION_HEADERS, announceDeprecations } from './deprecations.ts';
import { edgeOptions, guardEdge } from './edge.ts';
import type { Figure } from './feature.ts';
import { guardHeaders } from './headers.ts';
import type { Opener } from './in-household.ts';
import type { Locale } from './languages.ts';
import { LIMIT_HEADERS, makeGeneralCounter } from './limits.ts';
import { serveMetrics } from './metrics.ts';
import { refusePlainHttp } from './plain-http.ts';
import { bindPages } from './pages.ts';
import type { Page } from './pages.ts';
import type { Route, Steps } from './routes.ts';
import { setErrors } from './refusals.ts';
import { hashBodies } from './sent.ts';
import { watchErrors } from './watch.ts';
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
  /** How many calls they may make; `standard` where nothing is said. */
  readonly tier?: Tier;
  /** The language that they have chosen. */
  readonly locale?: Locale;
  /** The API key that a program calls by, in place of a session. */
  readonly key?: KeyFacts;
};

export const TIERS = ['standard', 'premium'] as const;
export type Tier = (typeof TIERS)[number];

/** An API key, as far as a request has to know it. */
export type KeyFacts = {
  readonly id: Id;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The one household that it may speak of. */
  readonly household: Id | undefined;
  /** Whether each request has to be signed. */
  readonly isSigned: boolean;
  /** The call came with what the key was before it was made anew. */
  readonly isOld?: boolean;
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
  /** Refuses with AUTH_1003 a session that has ended since it was let in. */
  readonly requireOpen: (ctx: OpenContext, actor: SignedIn['actor']) => Promise<void>;
  /** Refuses whoever is no staff with this role, or has not shown a second factor. */
  readonly requireStaff: (ctx: OpenContext, actor: SignedIn['actor'], least: StaffRole) => Promise<void>;
  /** Writes down what staff looks at in a household, before they see it. */
  readonly recordLook: (ctx: HouseholdContext, look: StaffLook) => Promise<void>;
  /** Refuses a call by cookie that did not come from the app. */
  readonly checkCsrf: (request: {
    headers: FastifyRequest['headers'];
    cookies: FastifyRequest['cookies'];
  }) => void;
  /** A part that has failed takes the node out; one that is degraded is only told. */
  readonly ready: () => Promise<Record<string, 'ok' | 'degraded' | 'failed'>>;
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
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    trustProxy: false,
    forceCloseConnections: 'idle',
    ...edgeOptions(ground),
  });
  refuseOtherContentTypes(app);
  takeJson(app);
  takeOtherBodies(app);
  guardHeaders(app, ground);
  nameCallers(app, ground);
  guardEdge(app, ground);
  guardBodies(app);
  hashBodies(app);
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
    strictPreflight: false,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'ETag',
      'X-Request-Id',
      'Retry-After',
      ...LIMIT_HEADERS,
      ...WATCH_HEADERS,
      ...DEPRECATION_HEADERS,
    ],
  });
  announceDeprecations(app);
  app.addHook('onRequest', async (request) => {
    await admitCaller(parts, request);
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
  const ready = async (_request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const checks = await parts.ready();
    const good = Object.values(checks).every((state) => state !== 'failed');
    return await reply.status(good ? 200 : 503).send({ status: good ? 'ok' : 'failed', checks });
  };
  app.get('/api/v1/health/ready', ready);
  // Signing in needs what everything needs: the database. It has an address of its own for those who watch the door.
  app.get('/api/v1/auth/health', ready);
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
  app.addHook('onSend', async (request, reply) => {
    const { kinwise } = request.routeOptions.config as { kinwise?: Route };
    // Not at the door: the server's own clock would help who measures whether there is an account.
    if (kinwise && kinwise.access !== 'public')
      void reply.header('x-response-time', `${Math.round(reply.elapsedTime)}ms`);
    await Promise.resolve();
  });
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
