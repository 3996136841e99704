/** One running PostgreSQL server: found by its lock file, started, asked whether it answers, stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, DATABASE, OWNER, serverEnvironment } from './cluster.ts';
import { isAlive, worksIn } from './processes.ts';
import { identity } from './system-user.ts';

export interface Running {
  pid: number;
  port: number;
}

/** Why a start did not end in a running server, so that the caller knows whether another try makes sense. */
export type Refusal = { refused: 'taken' | 'lingering' | 'port' | 'other'; said: string };

const LOG_LIMIT = 5_000_000;

/** The server that holds this folder now, ready or still starting. */
export function findRunning(cluster: Cluster): Running | undefined {
  const lines = readLock(cluster.data);
  const pid = Number(lines[0]);
  if (!pid || !worksIn(pid, cluster.data)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * After a restart of the machine the number in the lock file may belong to something else, and PostgreSQL would
 * then refuse to start for ever. The file is kept, since its other lines let PostgreSQL see whether old
 * workers still hold the memory; only the number becomes one that no process can have.
 */
export function disownStaleLock(cluster: Cluster): void {
  const lines = readLock(cluster.data);
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || worksIn(pid, cluster.data)) return;
  writeFileSync(join(cluster.data, 'postmaster.pid'), ['99999999', ...lines.slice(1)].join('\n'));
}

/** Starts a server of its own session, so that a Ctrl-C or the death of this process does not reach it. */
export async function launch(cluster: Cluster, port: number): Promise<Running | Refusal> {
  const from = rotateLog(cluster.log);
  const log = openSync(cluster.log, 'a', 0o600);
  const options = [
    '-D',
    cluster.data,
    '-c',
    `config_file=${join(cluster.data, 'kinwise.conf')}`,
    '-p',
    String(port),
  ];
  const child = spawn(cluster.binaries.postgres, options, {
    ...identity(cluster.user),
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  child.on('error', () => {});
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const running = { pid: child.pid, port };
    if (isReady(cluster, running) && (await answers(cluster, running))) return running;
    await pause(15);
  }
  return explain(child, readFileSync(cluster.log, 'utf8').slice(from));
}

/** Whether the server takes our password and says that it serves this very folder. */
export async function answers(cluster: Cluster, running: Running): Promise<boolean> {
  const client = connection(cluster, { port: running.port, database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.data || worksIn(running.pid, cluster.data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes sure that our database exists; a crash right after the first start may have left it out. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = connection(cluster, { port, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreTwin);
  } finally {
    await client.end();
  }
}

/** Asks for a fast, clean shutdown and waits; a server that does not follow within `patience_ms` is cut off safely. */
export async function shutDown(cluster: Cluster, running: Running, patience_ms = 20_000): Promise<void> {
  tell(cluster, running.pid, 'SIGINT');
  if (await gone(cluster, running.pid, patience_ms)) return;
  // An immediate stop loses nothing: the next start replays the log.
  tell(cluster, running.pid, 'SIGQUIT');
  if (await gone(cluster, running.pid, 10_000)) return;
  throw new Error(`PostgreSQL (process ${running.pid}) did not stop; see ${cluster.log}`);
}

function readLock(data: string): string[] {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** The eighth line of the lock file is the server's own word about its state; it saves useless connections. */
function isReady(cluster: Cluster, running: Running): boolean {
  const lines = readLock(cluster.data);
  return Number(lines[0]) === running.pid && (lines[7] ?? '').startsWith('ready');
}

function connection(cluster: Cluster, to: { port: number; database: string }): Client {
  const client = new Client({
    host: '127.0.0.1',
    user: OWNER,
    password: cluster.password,
    connectionTimeoutMillis: 5_000,
    ...to,
  });
  client.on('error', () => {});
  return client;
}

function rotateLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function explain(child: ChildProcess, said: string): Refusal {
  if (said.includes('postmaster.pid" already exists')) return { refused: 'taken', said };
  if (said.includes('shared memory block')) return { refused: 'lingering', said };
  if (/could not bind|Address already in use/.test(said)) return { refused: 'port', said };
  const tail = said.trim().split('\n').slice(-6).join('\n');
  return {
    refused: 'other',
    said: tail || `it ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`,
  };
}

function ignoreTwin(error: unknown): void {
  const { code } = error as { code?: string };
  if (code !== '42P04' && code !== '23505') throw error;
}

function tell(cluster: Cluster, pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  if (process.platform === 'win32') {
    // Windows has no such signals; PostgreSQL listens on a pipe of its own, and pg_ctl knows it.
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.data, '-m', mode, '-W']);
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(cluster: Cluster, pid: number, patience_ms: number): Promise<boolean> {
  const until = performance.now() + patience_ms;
  while (worksIn(pid, cluster.data)) {
    if (performance.now() > until) return false;
    await pause(15);
  }
  return true;
}
