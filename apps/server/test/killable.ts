/** The real program in processes that can be killed: API, worker and the database that the first of them starts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'apps/server/dist/main.js');
// A test run that is killed stops nothing itself, so the program ends when nobody holds the line any more. Its threads
// get this too, and have no line of their own.
const END_WITH_PARENT =
  'data:text/javascript,import{isMainThread as m}from"node:worker_threads";m&&process.stdin.on("end",()=>process.exit()).resume().unref()';

export type Answer = { readonly status: number; readonly body: Record<string, never> };

export type Killable = {
  readonly dir: string;
  /** Starts a role; ready when it says so. */
  start(role: 'api' | 'worker'): Promise<void>;
  /** Kills with -9: a role, or the database's first process. */
  kill(what: 'api' | 'worker' | 'database'): Promise<void>;
  /** One call; throws when nobody answers. */
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** The same, again and again until it is answered by something else than 5xx, as a client does. */
  insist(method: string, path: string, call?: Call): Promise<Answer>;
  /** Calls from now on carry this token. */
  bear(token: string): void;
  mail(): Promise<{ links: string[] }>;
  end(): Promise<void>;
};

export type Call = { readonly body?: unknown; readonly form?: FormData; readonly key?: string };

export async function makeKillable(): Promise<Killable> {
  await buildProgram();
  const dir = mkdtempSync(join(tmpdir(), 'kinwise-kill-'));
  // As root the database runs as another user, who has to pass through here.
  chmodSync(dir, 0o711);
  const port = await freePort();
  const running = new Map<string, ChildProcess>();
  let token = '';
  const call = async (method: string, path: string, given: Call = {}): Promise<Answer> => {
    const headers = new Headers();
    if (token !== '') headers.set('authorization', `Bearer ${token}`);
    if (given.key !== undefined) headers.set('idempotency-key', given.key);
    if (given.body !== undefined) headers.set('content-type', 'application/json');
    const body = given.form ?? (given.body === undefined ? null : JSON.stringify(given.body));
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, { method, headers, body });
    const text = await answer.text();
    return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text) as Answer['body'] };
  };
  const start = async (role: string): Promise<void> => {
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, PROGRAM, role], {
      env: settings(dir, port),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    running.set(role, child);
    for await (const said of child.stdout)
      if (String(said).includes('ready')) return void child.stdout.resume();
    throw new Error(`${role} ended before it was ready`);
  };
  const killRole = async (role: string): Promise<void> => {
    const child = running.get(role);
    running.delete(role);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    dir,
    start,
    kill: async (what) => {
      if (what === 'database') process.kill(serverOf(dir), 'SIGKILL');
      else await killRole(what);
    },
    call,
    insist: async (method, path, given) => await insist(async () => await call(method, path, given)),
    bear: (bearer) => {
      token = bearer;
    },
    mail: async () => await until(() => newestMail(join(dir, 'mail'))),
    end: async () => {
      for (const role of [...running.keys()]) await killRole(role);
      if (existsSync(lockOf(dir))) process.kill(serverOf(dir), 'SIGQUIT');
      await until(() => (existsSync(lockOf(dir)) ? undefined : true));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const PATIENCE_MS = 60_000;

/** Asks until there is an answer. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const last = performance.now() + PATIENCE_MS;
  while (performance.now() < last) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(50);
  }
  throw new Error('waited for a minute in vain');
}

async function insist(ask: () => Promise<Answer>): Promise<Answer> {
  return await until(async () => {
    const answer = await ask().catch(() => undefined);
    return answer && answer.status < 500 ? answer : undefined;
  });
}

function settings(dir: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'development',
    DATA_DIR: dir,
    PORT: String(port),
    MAIL_URL: `dir:${join(dir, 'mail')}`,
    RATE_LIMITS: 'off',
    BREACH_CHECK: 'off',
    LOG_LEVEL: process.env['KILL_LOG'] ?? 'silent',
    PASSWORD_MEMORY_KIB: '8',
  };
}

function lockOf(dir: string): string {
  return join(dir, 'postgres/cluster/data/postmaster.pid');
}

function serverOf(dir: string): number {
  return Number(readFileSync(lockOf(dir), 'utf8').split('\n')[0]);
}

function newestMail(folder: string): { links: string[] } | undefined {
  const name = existsSync(folder) ? readdirSync(folder).find((one) => /^[^.].*\.json$/.test(one)) : undefined;
  return name === undefined
    ? undefined
    : (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { links: string[] });
}

/** What is killed is what the sources say now. Plain JavaScript brings no types, so it is imported by name. */
async function buildProgram(): Promise<void> {
  const tools = (await import(/* @vite-ignore */ join(ROOT, 'tools/prepare.mjs'))) as {
    buildStale(what: { web: boolean }): Promise<void>;
  };
  await tools.buildStale({ web: false });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
