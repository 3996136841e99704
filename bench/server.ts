/** KinWise as it ships, started for measuring: its own PostgreSQL with durable settings, and the built program. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../apps/server/src/platform/embedded/embedded.ts';
import { parentOf, withChildren } from './processes.ts';
import type { Group } from './processes.ts';

/** The folder of one run: the database, the mails, the log. */
export type Place = { readonly dir: string; readonly port: number; readonly profile: boolean };

export type Running = {
  readonly pid: number;
  /** From the start of the process to the first good answer, in milliseconds. */
  readonly startedMs: number;
  stop(): Promise<void>;
};

export async function makePlace(profile: boolean): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'kinwise-bench-'));
  // As root PostgreSQL runs as another user, who has to pass through here.
  chmodSync(dir, 0o711);
  return { dir, port: await freePort(), profile };
}

export function clearPlace(place: Place): void {
  rmSync(place.dir, { recursive: true, force: true });
}

export type Base = {
  readonly sql: pg.Client;
  readonly url: string;
  readonly group: Group;
  stop(): Promise<void>;
};

/** Brings the database up and keeps it up, whichever programs come and go. */
export async function openBase(place: Place): Promise<Base> {
  const embedded = await startEmbedded({ dir: join(place.dir, 'postgres') });
  const sql = new pg.Client({ connectionString: embedded.ownerUrl });
  await sql.connect();
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    sql,
    url: embedded.ownerUrl,
    group: withChildren(parentOf(rows[0]?.pid ?? 0)),
    stop: async () => {
      await sql.end();
      await embedded.stop();
    },
  };
}

/** Starts the program (`start` is API and worker, `api` the API alone) and waits until it answers. */
export async function startProgram(place: Place, role: 'start' | 'api'): Promise<Running> {
  const began = performance.now();
  const log = openSync(join(place.dir, 'server.log'), 'a');
  const profiling = place.profile ? ['--cpu-prof', `--cpu-prof-dir=${place.dir}`] : [];
  const child = spawn(process.execPath, [...profiling, join(import.meta.dirname, 'main.js'), role], {
    env: settingsOf(place),
    stdio: ['ignore', log, log],
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  await answering(place, child);
  return {
    pid: child.pid ?? 0,
    startedMs: performance.now() - began,
    stop: async () => {
      process.off('exit', end);
      if (child.exitCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function answering(place: Place, child: ChildProcess): Promise<void> {
  const until = performance.now() + 120_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended; see ${join(place.dir, 'server.log')}`);
    const good = await fetch(`http://127.0.0.1:${place.port}/api/v1/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (good) return;
    await pause(5);
  }
  throw new Error('the server did not answer within two minutes');
}

/** Production settings on loopback; limits are off because one person makes the calls of thousands. */
function settingsOf(place: Place): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    SECRET_KEY: 'a secret for measuring only, worth nothing',
    PUBLIC_URL: 'https://bench.invalid',
    MAIL_URL: `dir:${join(place.dir, 'mail')}`,
    RATE_LIMITS: 'off',
    PLAIN_HTTP: 'answered',
    BREACH_CHECK: 'off',
    LOG_LEVEL: 'warn',
    DATA_DIR: place.dir,
    PORT: String(place.port),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
