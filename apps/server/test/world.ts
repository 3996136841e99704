/** The people of every test: one household with each role in it, and a stranger with a household of his own. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { Role } from '@kinwise/core/capabilities';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { DestinationStream } from 'pino';
import { features } from '../src/features.ts';
import { requireRole, staffRoleOf } from '../src/identity/staff-members/staff-members.ts';
import { instant } from '../src/platform/clock.ts';
import type { Clock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import type { HttpParts } from '../src/platform/http.ts';
import { makeLog } from '../src/platform/log.ts';
import { Problem } from '../src/platform/problems.ts';
import { makeProgram } from '../src/program.ts';
import type { Program } from '../src/program.ts';
import { freshDatabase } from './database.ts';

export const PEOPLE = ['mere', 'tama', 'aroha', 'kiri', 'sam', 'olive', 'zed'] as const;
export type Person = (typeof PEOPLE)[number];

const ROLES: Record<Person, Role> = {
  mere: 'admin',
  tama: 'parent',
  aroha: 'teen',
  kiri: 'child',
  sam: 'flatmate',
  olive: 'observer',
  zed: 'admin',
};

/** A clock that stands still until a test moves it: 22 November 2026, half past three in the afternoon in Auckland. */
export const NOW_MS = 1_795_314_600_000;

export type Answer = { status: number; body: any; headers: Record<string, unknown> }; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape

type SentFile = { name: string; type?: string | undefined; bytes: Uint8Array };

export type Caller = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  upload(path: string, file: SentFile, fields?: Record<string, string>): Promise<Answer>;
};

export type World = {
  readonly program: Program;
  /** Where there are several nodes, each call goes to the next of them. */
  readonly http: FastifyInstance;
  /** Every node by itself; one, unless the test or TEST_NODES asks for more. */
  readonly nodes: readonly Node[];
  readonly household: Id;
  /** Zed's household, of which the others know nothing. */
  readonly foreign: Id;
  readonly ids: Readonly<Record<Person, Id>>;
  readonly clock: { nowMs(): number; moveTo(ms: number): void; advance(ms: number): void };
  /** Calls as a person, in the shared household (Zed: in his own) unless a header says otherwise. */
  as(person: Person): Caller;
  anonymous(): Caller;
  /** Asks the database as its owner, past every wall. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Every invariant that a feature declares; answers what is broken. */
  brokenInvariants(): Promise<string[]>;
  /** Runs the jobs that wait until none is left. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
};

/** A program as a machine of its own would run it, on the database that all share. */
export type Node = { readonly program: Program; readonly http: FastifyInstance };

export type WorldOptions = {
  nodes?: number;
  settings?: Record<string, string>;
  authenticate?: HttpParts['authenticate'];
  /** Where people do not sign in for real they need not confirm either, unless a test says so. */
  requireConfirmed?: HttpParts['requireConfirmed'];
  /** Where people do not sign in for real, no session has seen a second factor: staff are asked for their role alone. */
  requireStaff?: HttpParts['requireStaff'];
  /** Mere runs the server as well, as its superadmin. */
  staff?: boolean;
  /** People sign in for real: nobody is anybody before that. */
  realSignIn?: boolean;
  demo?: boolean;
  log?: DestinationStream;
};

/** A world on a database of its own. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const clock = movableClock();
  const count = options.nodes ?? Number(process.env['TEST_NODES'] ?? '1');
  const given = {
    NODE_ENV: 'test',
    SECRET_KEY: 'a test knows this and nobody else needs to',
    RATE_LIMITS: 'off',
    DATABASE_POOL: '6',
    PUBLIC_URL: 'http://localhost:8000',
    PASSWORD_MEMORY_KIB: '64',
    BREACH_CHECK: 'off',
    // The clock of a test stands still, and with it the second in which a node may not have heard yet.
    ...(count > 1 ? { SESSION_BELIEVED_MS: '0', LIMITS_TOLD_MS: '0' } : {}),
    ...options.settings,
  };
  const config = readConfig(given, options.demo ?? false);
  const log = makeLog(process.env['TEST_LOG'] ?? 'error', options.log);
  const ids = Object.fromEntries(PEOPLE.map((person) => [person, newId()])) as Record<Person, Id>;
  const household = newId();
  const foreign = newId();
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  await settle(owner, { ids, household, foreign });
  if (options.staff)
    await owner.query(`insert into staff_members (user_id, role, since) values ($1, 'superadmin', $2)`, [
      ids.mere,
      instant(NOW_MS),
    ]);
  const start = async (): Promise<Node> => {
    const program = makeProgram({
      config,
      log,
      clock,
      ownerUrl: database.ownerUrl,
      appPassword: 'test',
      ...(options.realSignIn
        ? {}
        : {
            authenticate: options.authenticate ?? testSignIn({ ids, household, foreign }),
            requireConfirmed: options.requireConfirmed ?? (async () => await Promise.resolve()),
            requireStaff: options.requireStaff ?? requireRoleAlone,
          }),
    });
    const http = await program.http();
    await http.ready();
    return { program, http };
  };
  const first = await start();
  const nodes = [first];
  while (nodes.length < count) nodes.push(await start());
  const { program } = first;
  const http = inTurn(nodes);
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query(text, values)).rows as Row[];
  return {
    program,
    http,
    nodes,
    household,
    foreign,
    ids,
    clock,
    sql,
    as: (person) => caller(http, { authorization: `Bearer test-${ids[person]}` }),
    anonymous: () => caller(http, {}),
    brokenInvariants: async () => await broken(sql),
    runJobs: async () => {
      await program.runJobs();
    },
    close: async () => {
      for (const node of nodes) {
        await node.http.close();
        await node.program.close();
      }
      await owner.end();
      await database.drop();
    },
  };
}

const requireRoleAlone: HttpParts['requireStaff'] = async (ctx, actor, least) => {
  const role = await staffRoleOf(ctx, actor.userId);
  if (role === undefined) throw new Problem('RESOURCE_3001', 'There is nothing at this address.');
  requireRole(role, least);
};

/** The nodes behind a round robin: one after the other gets a call. */
function inTurn(nodes: readonly Node[]): FastifyInstance {
  const [first] = nodes;
  if (!first || nodes.length === 1) return (first as Node).http;
  let turn = 0;
  const inject = (...given: Parameters<FastifyInstance['inject']>): unknown => {
    const node = nodes[turn % nodes.length] ?? first;
    turn += 1;
    return node.http.inject(...given);
  };
  return new Proxy(first.http, {
    get: (http, name) => (name === 'inject' ? inject : (Reflect.get(http, name) as unknown)),
  });
}

function movableClock(): Clock & World['clock'] {
  let nowMs = NOW_MS;
  return {
    nowMs: () => nowMs,
    moveTo: (ms) => {
      nowMs = ms;
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

type Settlers = { ids: Record<Person, Id>; household: Id; foreign: Id };

async function settle(owner: pg.Pool, { ids, household, foreign }: Settlers): Promise<void> {
  const now = instant(NOW_MS);
  for (const person of PEOPLE) {
    const email = `${person}@example.org`;
    const name = person[0]?.toUpperCase() + person.slice(1);
    await owner.query(
      `insert into users (id, email, email_key, username, username_key, first_name, email_verified_at, created_at, updated_at)
       values ($1, $2, $2, $3, $3, $4, $5, $5, $5)`,
      [ids[person], email, person, name, now],
    );
  }
  for (const [home, name, by] of [
    [household, 'Ngata whānau', ids.mere],
    [foreign, 'Zed alone', ids.zed],
  ] as const) {
    await owner.query(
      `insert into households (id, name, type, currency, time_zone, pay_cycle, pay_anchor_on, created_by, created_at, updated_at)
       values ($1, $2, 'family', 'NZD', 'Pacific/Auckland', 'fortnightly', '2026-11-18', $3, $4, $4)`,
      [home, name, by, now],
    );
  }
  for (const person of PEOPLE) {
    await owner.query(
      `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
       values ($1, $2, $3, $4, true, $5, $5, $5)`,
      [person === 'zed' ? foreign : household, newId(), ids[person], ROLES[person], now],
    );
  }
}

function testSignIn({ ids, household, foreign }: Settlers): HttpParts['authenticate'] {
  return async (header) => {
    const userId = /^Bearer test-(.+)$/.exec(header ?? '')?.[1];
    if (userId === undefined) throw new Problem('AUTH_1001', 'Sign in first.');
    const primaryHousehold = userId === ids.zed ? foreign : household;
    return await Promise.resolve({ actor: { kind: 'user', userId }, primaryHousehold });
  };
}

/** Calls over HTTP without a network; the path is below /api/v1/. */
export function caller(http: FastifyInstance, given: Record<string, string>): Caller {
  const base = { ...given };
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    extra: { body?: unknown; headers?: Record<string, string> | undefined },
  ): Promise<Answer> => {
    const answer = await http.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { ...base, ...extra.headers },
      ...(extra.body === undefined ? {} : { payload: extra.body as object }),
    });
    const text = answer.body;
    const body: unknown =
      text !== '' && /json/.test(String(answer.headers['content-type'])) ? JSON.parse(text) : text;
    const next = (body as { access_token?: unknown } | null)?.access_token;
    // As the app does: the token that asked for this has ended.
    if (path === 'auth/step-up/' && 'authorization' in base && typeof next === 'string')
      base['authorization'] = `Bearer ${next}`;
    return { status: answer.statusCode, body, headers: answer.headers };
  };
  return {
    get: async (path, headers) => await send('GET', path, { headers }),
    post: async (path, body, headers) => await send('POST', path, { body: body ?? {}, headers }),
    patch: async (path, body, headers) => await send('PATCH', path, { body: body ?? {}, headers }),
    delete: async (path, headers) => await send('DELETE', path, { headers }),
    upload: async (path, file, fields = {}) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      const { name, type = '', bytes } = file;
      form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), name);
      const packed = new Response(form);
      const payload = Buffer.from(await packed.arrayBuffer());
      const headers = { 'content-type': packed.headers.get('content-type') ?? '' };
      return await send('POST', path, { body: payload, headers });
    },
  };
}

async function broken(sql: World['sql']): Promise<string[]> {
  const found: string[] = [];
  for (const { name, sql: query } of features.flatMap((feature) => feature.invariants ?? [])) {
    const rows = await sql<Record<string, unknown>>(query);
    if (rows.length > 0)
      found.push(
        `${name}: ${JSON.stringify(rows[0], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
      );
  }
  return found;
}
