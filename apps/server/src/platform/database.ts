import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { DB } from './schema.ts';

/** The query builder. It only builds: what it makes is run by a `Db`, inside a transaction that somebody opened. */
export const k = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (builder) => new PostgresIntrospector(builder),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A Kysely query or a `sql` template: anything that compiles to text and parameters. */
export type Query<Row> = { compile(builder: typeof k): CompiledQuery<Row> };

/** What runs queries inside the open transaction. */
export type Db = {
  rows<Row>(query: Query<Row>): Promise<Row[]>;
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** Runs a statement; answers how many rows it touched. */
  run(query: Query<unknown>): Promise<number>;
  /** Runs written SQL with parameters, for hot paths and bulk statements. */
  text<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Sends written SQL on its way without waiting. Where it fails, the transaction fails at its end. */
  send(sql: string, values?: readonly unknown[]): void;
};

export type Database = {
  /** Serves requests and jobs as a role that owns nothing. Only the two openers take connections from it. */
  readonly app: pg.Pool;
  /** Migrates, and answers the few questions across households. */
  readonly owner: pg.Pool;
  /** Runs the queue, whose library expects numbers as the driver gives them: it cannot write down a bigint. */
  readonly queue: pg.Pool;
  readonly ownerUrl: string;
  close(): Promise<void>;
};

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 };

/** Money stays bigint, days and instants stay text: nothing becomes a Date or a float on its way. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === OID.int8) return (value) => BigInt(value);
    if (oid === OID.timestamptz) return instantOf;
    if (oid === OID.date || oid === OID.numeric) return (value) => value;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};

/** Opens the pools. `appUrl` is the same database as `ownerUrl`, as the role without rights of its own. */
export function openDatabase(urls: { ownerUrl: string; appUrl: string }, config: Config, log: Log): Database {
  const common = {
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    options:
      '-c TimeZone=UTC -c search_path=public -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  };
  const app = new pg.Pool({
    ...common,
    connectionString: urls.appUrl,
    max: config.DATABASE_POOL,
    pipeline: true,
    stream: bundling,
  } as pg.PoolConfig);
  const owner = new pg.Pool({ ...common, connectionString: urls.ownerUrl, max: 4 });
  const { types: _ours, ...plain } = common;
  const queue = new pg.Pool({ ...plain, connectionString: urls.ownerUrl, max: 6 });
  // Without a listener, a PostgreSQL that restarts would take the process with it.
  const lost = (error: Error): void => {
    log.warn({ err: error.message }, 'lost a database connection');
  };
  for (const pool of [app, owner, queue]) {
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
  }
  return {
    app,
    owner,
    queue,
    ownerUrl: urls.ownerUrl,
    close: async () => {
      await Promise.all([app.end(), owner.end(), queue.end()]);
    },
  };
}

/**
 * A connection that sends what is written in one go as one packet: statements that follow each other without waiting
 * reach PostgreSQL together. Each packet of its own would cost both sides as much as a small query does.
 */
function bundling(): Socket {
  const socket = new Socket();
  // Not before: connecting puts the ordinary method back.
  socket.once('connect', () => {
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    let open = false;
    socket.write = (...args: unknown[]): boolean => {
      if (!open) {
        open = true;
        socket.cork();
        process.nextTick(() => {
          open = false;
          socket.uncork();
        });
      }
      return write(...args);
    };
  });
  return socket;
}

/** What is known of one transaction's statements: those that nobody waits for, and whether it is over. */
export type Course = { readonly sent: Promise<unknown>[]; over: boolean };

/** Wraps a connection so that features see queries and nothing else. */
export function dbOn(client: pg.PoolClient, course: Course): Db {
  const send = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    // The connection may serve somebody else by now: what comes late must not run with their sight.
    if (course.over) throw new Error('a statement came after the end of its transaction');
    return await client.query(named(text, values.map(inOneText)));
  };
  const compiled = (query: Query<unknown>): [string, readonly unknown[]] => {
    const { sql, parameters } = query.compile(k);
    return [sql, parameters];
  };
  return {
    rows: async <Row>(query: Query<Row>) => (await send(...compiled(query))).rows as Row[],
    first: async <Row>(query: Query<Row>) => (await send(...compiled(query))).rows[0] as Row | undefined,
    run: async (query) => (await send(...compiled(query))).rowCount ?? 0,
    text: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await send(sql, values)).rows as Row[],
    send: (sql, values = []) => {
      const answer = send(sql, values);
      answer.catch(() => undefined);
      course.sent.push(answer);
    },
  };
}

/**
 * Arrays of plain values as PostgreSQL writes them: the driver takes each element through its general conversion, which
 * costs more than all the rest when thousands of rows are written.
 */
function inOneText(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const parts: string[] = [];
  for (const one of value as unknown[]) {
    if (one === null || one === undefined) parts.push('NULL');
    else if (typeof one === 'string') parts.push(PLAIN.test(one) ? one : quoted(one));
    else if (typeof one === 'bigint' || typeof one === 'number' || typeof one === 'boolean')
      parts.push(String(one));
    else return value;
  }
  return `{${parts.join(',')}}`;
}

/** Ids, days and numbers, which need no quotes. Their letters cannot spell NULL. */
const PLAIN = /^[0-9a-f-][0-9a-f.:-]*$/;

function quoted(text: string): string {
  return `"${text.includes('"') || text.includes('\\') ? text.replace(/["\\]/g, '\\$&') : text}"`;
}

const seen = new Map<string, { uses: number; name: string }>();
const NAMED_MAX = 400;

/** Statements that come again are prepared under a name made of their text; rare ones are not, to bound memory. */
function named(text: string, values: readonly unknown[]): pg.QueryConfig {
  let entry = seen.get(text);
  if (!entry) {
    if (seen.size >= NAMED_MAX) return { text, values: [...values] };
    entry = { uses: 0, name: createHash('sha1').update(text).digest('base64url') };
    seen.set(text, entry);
  }
  entry.uses += 1;
  return entry.uses > 2 ? { name: entry.name, text, values: [...values] } : { text, values: [...values] };
}

/** `2026-11-22 02:30:00.123+00` → `2026-11-22T02:30:00.123Z`. */
function instantOf(value: string): string {
  return `${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, '')}Z`;
}
