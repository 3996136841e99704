/**
 * The real program for the browser tests, once a run: the server and the web app as they are built for people, on a
 * database of its own, with its mails in a folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import startDatabase from '../apps/server/test/global-setup.ts';
import { startProvider } from '../apps/server/test/local-provider.ts';

/** Where the program of this run is found. */
export interface RunningProgram {
  /** Its address, without a slash at the end. */
  url: string;
  /** Its database, as the role that owns it, for what would take too long through the API. */
  databaseUrl: string;
  /** The folder in which its mails lie, one JSON file each. */
  mails: string;
  /** Its settings, for commands that work on the same database. */
  settings: Record<string, string>;
}

declare module 'vitest' {
  interface ProvidedContext {
    program: RunningProgram;
  }
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(ROOT, 'apps/server/dist/main.js');

// A test run that is killed cannot stop the program, so the program ends when nobody holds the line any more.
const END_WITH_PARENT = 'data:text/javascript,process.stdin.on("end",()=>process.exit()).resume().unref()';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project);
  const scratch = mkdtempSync(join(tmpdir(), 'kinwise-e2e-'));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(scratch, { recursive: true, force: true })];
  const end = async () => {
    for (const step of undo.reverse()) await step();
    await stopDatabase();
  };
  try {
    await buildStale();
    const database = await makeDatabase(project);
    undo.push(database.drop);
    const program = await startProgram({ scratch, ...database });
    undo.push(program.stop);
    const { databaseUrl } = database;
    const mails = join(scratch, 'mails');
    project.provide('program', { url: program.url, databaseUrl, mails, settings: program.settings });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** What is tested is what the sources say now. Plain JavaScript brings no types, so it is imported by name. */
async function buildStale(): Promise<void> {
  const file = join(ROOT, 'tools/prepare.mjs');
  const tools = (await import(/* @vite-ignore */ file)) as {
    buildStale(what: { web: boolean }): Promise<void>;
  };
  await tools.buildStale({ web: true });
}

/** An empty database with a role that no other test uses: the program sets that role's password when it migrates. */
async function makeDatabase(
  project: TestProject,
): Promise<{ databaseUrl: string; role: string; drop: () => Promise<void> }> {
  const { adminUrl, prefix } = project.getProvidedContext().testServer;
  const name = `${prefix}_e2e_${randomBytes(4).toString('hex')}`;
  await ask(adminUrl, [`create database ${name}`]);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await ask(adminUrl, [`drop database if exists ${name} with (force)`, `drop role if exists ${name}_app`]);
  };
  return { databaseUrl: url.href, role: `${name}_app`, drop };
}

async function ask(url: string, sentences: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const sentence of sentences) await client.query(sentence);
  } finally {
    await client.end();
  }
}

type Place = { scratch: string; databaseUrl: string; role: string };

async function startProgram({ scratch, databaseUrl, role }: Place) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Somebody else's door, where people of the tests log in with any address that they type.
  const provider = await startProvider([`${url}/oidc/local`], { anybody: true });
  const settings = { ...settingsOf({ scratch, databaseUrl, role }), ...provider.settings() };
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', END_WITH_PARENT, PROGRAM, 'start'],
    {
      cwd: scratch,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...settings, PATH: process.env['PATH'], PORT: String(port) },
    },
  );
  await readiness(child);
  const stop = async () => {
    await provider.close();
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, stop, settings };
}

function settingsOf({ scratch, databaseUrl, role }: Place): Record<string, string> {
  return {
    NODE_ENV: 'development',
    DATA_DIR: join(scratch, 'data'),
    DATABASE_URL: databaseUrl,
    DATABASE_APP_ROLE: role,
    MAIL_URL: `dir:${join(scratch, 'mails')}`,
    // What a mail provider would show that reports bounces.
    MAIL_WEBHOOK_SECRET: 'e2e-f3a91c7702e84d5bb6c1d0a9',
    LOG_LEVEL: 'error',
    // What the limits refuse is tried by tests of the server; here one address plays a whole town.
    RATE_LIMITS: 'off',
    PASSWORD_MEMORY_KIB: '64',
    // A test asks nobody outside of this machine.
    BREACH_CHECK: 'off',
  };
}

async function readiness(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('KinWise is ready')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code} before it was ready; it says why above.`)),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
