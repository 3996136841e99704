/** One PostgreSQL for a whole test run, with one migrated database in it from which every test file gets its own copy. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';
import { isAlive, worksIn } from '../src/platform/embedded/processes.ts';
import { migrate } from '../src/platform/migrate.ts';

/** What a test file needs to make its own database. */
export interface TestServer {
  /** Address of a database on the server, as a role that may create databases. */
  adminUrl: string;
  /** The migrated database to copy. */
  template: string;
  /** Begins the name of every database of this run. */
  prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

interface Shared {
  users: number;
  ready: Promise<{ server: TestServer; end: () => Promise<void> }>;
}

const FOLDER = 'kinwise-test-';
// The server project and the browser project each load this file, and must not each start a server.
const SHARED = Symbol.for('kinwise.test.server');
const global = globalThis as { [SHARED]?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (global[SHARED] ??= { users: 0, ready: begin() });
  shared.users += 1;
  const { server, end } = await shared.ready;
  project.provide('testServer', server);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete global[SHARED];
    await end();
  };
}

async function begin(): Promise<{ server: TestServer; end: () => Promise<void> }> {
  const prefix = `kinwise_test_${randomBytes(4).toString('hex')}`;
  const external = process.env['TEST_DATABASE_URL'];
  if (external) {
    const server = await prepare(external, prefix);
    return { server, end: () => dropAll(server) };
  }
  endOrphans();
  const dir = mkdtempSync(join(roomiest(), `${FOLDER}${process.pid}-`));
  // As root the server runs as another user, who has to pass through here.
  chmodSync(dir, 0o711);
  const embedded = await startEmbedded({ dir: join(dir, 'postgres'), throwAway: true });
  const end = async () => {
    await embedded.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    return { server: await prepare(embedded.ownerUrl, prefix), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Linux keeps this one in memory. */
const MEMORY = '/dev/shm';
/** A run holds some dozens of databases at once at most; containers are often given 64 MB there, which is too little. */
const ROOM_BYTES = 2 * 2 ** 30;

/**
 * Where the server of a run keeps its files: in memory where there is room. A copy of the migrated database is seven
 * hundred small files: 20 ms in memory, and from 30 to 900 ms on a disk that has other things to write.
 */
function roomiest(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ROOM_BYTES) return MEMORY;
  } catch {
    // Not a Linux: there is the ordinary place.
  }
  return tmpdir();
}

async function prepare(adminUrl: string, prefix: string): Promise<TestServer> {
  const template = `${prefix}_template`;
  await onServer(adminUrl, `create database ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await migrate({ ownerUrl: url.href, appRole: 'kinwise_app', appPassword: 'test' });
  return { adminUrl, template, prefix };
}

async function dropAll(server: TestServer): Promise<void> {
  const rows = await onServer(
    server.adminUrl,
    `select datname from pg_database where starts_with(datname, '${server.prefix}')`,
  );
  for (const { datname } of rows)
    await onServer(server.adminUrl, `drop database if exists "${datname}" with (force)`);
}

async function onServer(url: string, text: string): Promise<{ datname?: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ datname?: string }>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A test run that was killed leaves its server behind; the next run clears it away. */
function endOrphans(): void {
  for (const place of new Set([tmpdir(), roomiest()])) {
    for (const name of readdirSync(place)) {
      const runner = Number(/^kinwise-test-(\d+)-/.exec(name)?.[1]);
      if (runner && !isAlive(runner)) endOrphan(join(place, name));
    }
  }
}

function endOrphan(dir: string): void {
  const data = join(dir, 'postgres', 'cluster', 'data');
  try {
    const lock = join(data, 'postmaster.pid');
    const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0;
    if (pid && worksIn(pid, data)) process.kill(pid, 'SIGQUIT');
    rmSync(dir, { recursive: true, force: true });
  } catch {
    // It belongs to another user, whose next run will clear it.
  }
}
