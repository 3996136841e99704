/** Brings a checkout into a state that runs: libraries installed, server and web app built, each only when stale. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const PROGRAM = join(ROOT, 'apps/server/dist/main.js');

const SERVER_SOURCES = [
  'apps/server/src',
  'packages/core/src',
  'packages/engines/src',
  'package-lock.json',
  'tools/prepare.mjs',
];
const WEB_SOURCES = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/tools',
  'apps/web/vite.config.ts',
  'apps/web/lingui.config.ts',
  'packages/core/src',
  'packages/engines/src',
  'packages/api-client/src',
  'package-lock.json',
];

/** Something could not be made ready. The message is for the person at the keyboard. */
export class Unready extends Error {}

/** Installs the libraries when they are absent or belong to another package-lock.json. */
export async function installMissing() {
  const lock = join(ROOT, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (readStamp('install') === wanted) return;
  if (!installedByHand(lock)) {
    say('Installing libraries (a minute or two, the first time only) …');
    await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeStamp('install', wanted);
}

/** Builds the server, and the web app when asked and present, where sources changed since the last build. */
export async function buildStale({ web }) {
  const jobs = [
    buildIfStale({ name: 'server', sources: SERVER_SOURCES, result: PROGRAM, build: buildServer }),
  ];
  if (web && existsSync(join(ROOT, 'apps/web/vite.config.ts'))) {
    const result = join(ROOT, 'apps/web/dist/index.html');
    jobs.push(buildIfStale({ name: 'web app', sources: WEB_SOURCES, result, build: buildWeb }));
  }
  await Promise.all(jobs);
}

/**
 * Runs a program to its end, its output passed on (`aside`: beside standard output), and says every ten seconds that it
 * is still at it.
 */
export function runToEnd(
  command,
  words,
  { cwd = ROOT, env = process.env, waiting = '', aside = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, stdio: ['ignore', aside ? 2 : 'inherit', 'inherit'] });
    let seconds = 0;
    const ticker = waiting
      ? setInterval(() => say(`  ${waiting} (${(seconds += 10)} s)`), 10_000)
      : undefined;
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(ticker);
      process.off('exit', end);
      resolve(signal ? 1 : (code ?? 1));
    });
  });
}

/** Standard output belongs to the program that is made ready, which may be asked for JSON. */
function say(sentence) {
  console.error(sentence);
}

/** npm writes its own list when it has installed; one newer than the lock file means that somebody just ran it. */
function installedByHand(lock) {
  const list = statSync(join(ROOT, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return list !== undefined && list.mtimeMs >= statSync(lock).mtimeMs - 2_000;
}

async function npm(words) {
  // Started by npm we know which one; started by hand we take the one on the path.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const code = await runToEnd(command, [...first, ...words], {
    waiting: 'still installing',
    aside: true,
  }).catch((error) => {
    throw new Unready(
      `npm could not be started (${error.message}). It comes with Node; check that it is on your PATH.`,
    );
  });
  if (code === 0) return;
  throw new Unready(
    'The libraries could not be installed; npm says why above. The first start needs the network and some ' +
      '700 MB of disk space. Run the same command again once that is there.',
  );
}

async function buildIfStale({ name, sources, result, build }) {
  const state = fingerprint(sources);
  if (existsSync(result) && readStamp(name) === state) return;
  say(`Building the ${name} …`);
  await build();
  writeStamp(name, state);
}

async function buildServer() {
  const { build, stop } = await import('esbuild');
  const source = join(ROOT, 'apps/server/src');
  const workers = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.worker.ts'));
  try {
    const { metafile } = await build({
      entryPoints: ['main.ts', ...workers].map((file) => join(source, file)),
      entryNames: '[name]',
      outdir: dirname(PROGRAM),
      bundle: true,
      splitting: true,
      metafile: true,
      sourcemap: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      plugins: [ownPackagesInside],
      absWorkingDir: ROOT,
      logLevel: 'error',
    });
    dropOldParts(metafile);
  } catch (error) {
    if (!error.errors) throw error;
    throw new Unready('The server could not be built; the reasons are above.');
  } finally {
    stop();
  }
}

/** Our own packages are TypeScript and go into the bundle; libraries stay where npm put them, except for one that is
 * hundreds of small files, of which the bundle needs few: inside, it loads three times as fast. */
const INSIDE = ['kysely'];
const ownPackagesInside = {
  name: 'own-packages-inside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || INSIDE.includes(path)) return undefined;
      const own = /^@kinwise\/([^/]+)\/(.+)$/.exec(path);
      return own ? { path: join(ROOT, 'packages', own[1], 'src', `${own[2]}.ts`) } : { path, external: true };
    });
  },
};

function dropOldParts(metafile) {
  const folder = dirname(PROGRAM);
  const made = new Set(Object.keys(metafile.outputs).map((file) => relative(folder, join(ROOT, file))));
  for (const file of readdirSync(folder))
    if (/\.js(\.map)?$/.test(file) && !made.has(file)) rmSync(join(folder, file));
}

async function buildWeb() {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const words = [vite, 'build', '--logLevel', 'warn'];
  const code = await runToEnd(process.execPath, words, {
    cwd: join(ROOT, 'apps/web'),
    env,
    waiting: 'still building',
    aside: true,
  });
  if (code !== 0) throw new Unready('The web app could not be built; the reasons are above.');
}

/** Changes whenever a file is added, removed or written. Sizes and times suffice, and cost no reading. */
function fingerprint(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) for (const line of describe(join(ROOT, source))) hash.update(line);
  return hash.digest('hex');
}

function describe(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [`${relative(ROOT, path)} ${found.size} ${found.mtimeMs}\n`];
  const inside = readdirSync(path).sort();
  return inside.filter((name) => !name.includes('.test.')).flatMap((name) => describe(join(path, name)));
}

// Kept among the libraries: when those are installed anew, everything is built anew.
function stampOf(name) {
  return join(ROOT, 'node_modules/.cache/kinwise', name.replace(' ', '-'));
}

function readStamp(name) {
  return existsSync(stampOf(name)) ? readFileSync(stampOf(name), 'utf8') : '';
}

function writeStamp(name, text) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), text);
}
