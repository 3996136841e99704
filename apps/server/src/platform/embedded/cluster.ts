/** The folder of one embedded database: where it lives, how it is made once, and what guards its door. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, readyBinaries } from './binaries.ts';
import { settings } from './settings.ts';
import { canEnter, chooseSystemUser, identity, type SystemUser } from './system-user.ts';

export const OWNER = 'kinwise_owner';
export const DATABASE = 'kinwise';

export interface Cluster {
  /** The folder that holds everything here. */
  place: string;
  /** PostgreSQL's own data folder inside it. */
  data: string;
  log: string;
  password: string;
  user: SystemUser | undefined;
  binaries: Binaries;
}

/** Opens the database folder `dir`, making the database on its first use. Safe when two processes do it at once. */
export function openCluster(options: {
  dir: string;
  throwAway: boolean;
  log: (line: string) => void;
}): Cluster {
  const { place, user } = settle(options.dir);
  const binaries = readyBinaries({ place, user });
  const whole = join(place, 'cluster');
  const data = join(whole, 'data');
  if (!existsSync(whole)) {
    options.log('Making the database (the first start only)');
    createCluster({ place, whole, user, binaries, throwAway: options.throwAway });
  }
  refuseOtherMajor(data, binaries.major);
  writeSettings(data, user, options.throwAway);
  const password = readFileSync(join(whole, 'password'), 'utf8').trim();
  return { place, data, log: join(place, 'postgres.log'), password, user, binaries };
}

/** The port used last time, so that tools which know the address keep working. */
export function rememberedPort(place: string): number | undefined {
  const file = join(place, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined;
}

export function rememberPort(place: string, port: number): void {
  writeFileSync(join(place, 'port'), String(port));
}

/**
 * The database lives in `dir`, except as root when the server's user cannot get there (a checkout under /root):
 * then it lives under /var/lib, and a note in `dir` says where, so that it is found again whatever changes.
 */
function settle(dir: string): { place: string; user: SystemUser | undefined } {
  mkdirSync(dir, { recursive: true });
  const here = realpathSync(dir);
  const note = join(here, 'lives-in');
  if (existsSync(note)) {
    const place = readFileSync(note, 'utf8').trim();
    mkdirSync(place, { recursive: true });
    return { place, user: chooseSystemUser(join(place, 'cluster', 'data')) };
  }
  const user = chooseSystemUser(join(here, 'cluster', 'data'));
  chmodSync(here, user ? 0o711 : 0o700);
  if (canEnter(user, here)) return { place: here, user };
  // To begin an empty database beside a full one would look like the loss of everything.
  if (existsSync(join(here, 'cluster'))) {
    throw new Error(
      `The database in ${here} belongs to user ${user?.name}, who can no longer get there. ` +
        'Let others pass through the folders above it (chmod o+x on each), then start again.',
    );
  }
  return { place: placeElsewhere(note), user };
}

/** A new place each time it is decided, so that a copy of this project never meets the data of another. */
function placeElsewhere(note: string): string {
  const place = join('/var/lib/kinwise', randomBytes(8).toString('hex'));
  try {
    writeFileSync(note, `${place}\n`, { flag: 'wx' });
  } catch {
    // A twin decided in the same moment; its word counts.
    return readFileSync(note, 'utf8').trim();
  }
  mkdirSync(place, { recursive: true });
  for (const folder of [dirname(place), place]) chmodSync(folder, 0o711);
  return place;
}

/** Made under another name and renamed when whole: a crash or a twin never leaves half a database behind. */
function createCluster(job: {
  place: string;
  whole: string;
  user: SystemUser | undefined;
  binaries: Binaries;
  throwAway: boolean;
}): void {
  const draft = `${job.whole}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'data'), { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const handover = join(draft, 'data.password');
  writeFileSync(handover, password, { mode: 0o600 });
  if (job.user) {
    chmodSync(draft, 0o711);
    for (const path of [join(draft, 'data'), handover]) chownSync(path, job.user.uid, job.user.gid);
  }
  try {
    initialise({ ...job, data: join(draft, 'data'), handover });
    rmSync(handover);
    writeFileSync(join(draft, 'password'), `${password}\n`, { mode: 0o600 });
    renameSync(draft, job.whole);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // A twin that started in the same second may have finished first; then its database is the one to use.
    if (!existsSync(join(job.whole, 'password'))) throw error;
  }
}

function initialise(job: {
  data: string;
  handover: string;
  user: SystemUser | undefined;
  binaries: Binaries;
  throwAway: boolean;
}): void {
  const options = [
    '-D',
    job.data,
    '-U',
    OWNER,
    `--pwfile=${job.handover}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  // The built-in locale sorts the same on every machine, so an index never breaks when a system library changes.
  options.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (job.throwAway) options.push('--no-sync');
  const made = spawnSync(job.binaries.initdb, options, {
    ...identity(job.user),
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8',
  });
  if (made.status === 0) return;
  const said = `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`
    .trim()
    .split('\n')
    .slice(-5)
    .join('\n');
  throw new Error(
    `The database could not be made in ${job.data}. Free some disk space or choose another DATA_DIR. PostgreSQL said:\n${said}`,
  );
}

/** The little that PostgreSQL needs from the environment: nothing there may change how it behaves. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const [name, value] of Object.entries({ PATH, SystemRoot, TEMP }))
    if (value) environment[name] = value;
  return environment;
}

function refuseOtherMajor(data: string, major: number): void {
  const found = Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return;
  throw new Error(
    `The database in ${data} was written by PostgreSQL ${found}, and this KinWise brings PostgreSQL ${major}. ` +
      'Nothing was changed. Start the KinWise release that wrote it, run `kinwise backup`, then restore that ' +
      'backup here with `kinwise restore` into an empty DATA_DIR.',
  );
}

function writeSettings(data: string, user: SystemUser | undefined, throwAway: boolean): void {
  const file = join(data, 'kinwise.conf');
  const text = settings({ throwAway, ownFile: existsSync(join(data, 'local.conf')) });
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  if (user) chownSync(draft, user.uid, user.gid);
  renameSync(draft, file);
}
