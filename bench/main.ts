/** Measures KinWise as it ships and prints the table of docs/speed.md. See `--help` words in options.ts. */
import { cpus, totalmem } from 'node:os';
import { systemClock, todayIn } from '../apps/server/src/platform/clock.ts';
import { signUp } from './client.ts';
import type { Client } from './client.ts';
import { corner, makeCrowd } from './crowd.ts';
import { measureEmpty, serveEmpty } from './empty-route.ts';
import { checkInvariants, fillHome, foundHome } from './fill.ts';
import type { Home } from './fill.ts';
import { measureIdle } from './idle.ts';
import { measureImport } from './imports.ts';
import { readOptions, sizeName } from './options.ts';
import type { Options } from './options.ts';
import { load } from './processes.ts';
import { growthOf, measureReads, warmUp } from './reads.ts';
import type { Scene } from './reads.ts';
import { clearPlace, makePlace, openBase, startProgram } from './server.ts';
import type { Base, Place } from './server.ts';
import { printed } from './table.ts';
import type { Line } from './table.ts';
import { measureBurst, measureWrites } from './writes.ts';

const JOINED = 32;

const REMARK =
  'KinWise is asked over HTTP with a real access token, under row-level security, with audit and change log; figures are medians. Beside other work compare processor time and the reference, not wall time.';

const note = (text: string): void => void process.stderr.write(`  ${text}\n`);

if (process.argv[2] === '--empty-route') await serveEmpty();
else process.exitCode = await bench(process.argv.slice(2));

async function bench(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (!options) return 2;
  const began = performance.now();
  process.stdout.write(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${load()}\n`,
  );
  const place = await makePlace(options.profile);
  process.once('SIGTERM', () => process.exit(1));
  const lines: Line[] = [];
  try {
    lines.push(await measureEmpty());
    if (options.parts.some((part) => part !== 'idle')) lines.push(...(await measureWork(place, options)));
    if (options.parts.includes('idle')) lines.push(...(await idleOf(place, options)));
  } finally {
    if (options.keep) note(`kept in ${place.dir}`);
    else clearPlace(place);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(options.json ? `${JSON.stringify(lines)}\n` : `${printed(lines)}\n`);
  process.stdout.write(`load ${load()} at the end, ${seconds} s in all. ${REMARK}\n`);
  return 0;
}

async function measureWork(place: Place, options: Options): Promise<Line[]> {
  const base = await openBase(place);
  const running = await startProgram(place, 'start');
  const client = await signUp(place);
  try {
    const watched = { server: () => [running.pid], database: base.group };
    const scene: Scene = {
      client,
      sql: base.sql,
      url: base.url,
      watched,
      today: todayIn(systemClock.nowMs(), 'Pacific/Auckland'),
    };
    return await measureScene(scene, base, options);
  } finally {
    client.close();
    await running.stop();
    await base.stop();
  }
}

async function measureScene(scene: Scene, base: Base, options: Options): Promise<Line[]> {
  const { client, sql } = scene;
  const has = (part: Options['parts'][number]): boolean => options.parts.includes(part);
  const homes: (Home & { copied: number })[] = [];
  for (const entries of options.sizes) {
    const empty = await foundHome(client, `Home of ${sizeName(entries)}`);
    const filled = await fillHome(sql, empty, { entries, today: scene.today });
    homes.push(filled);
    note(`${sizeName(entries)}: COPY of the entries ${Math.round(filled.copied)} rows/s`);
  }
  const crowd =
    options.crowd > 0
      ? await makeCrowd(sql, {
          count: options.crowd,
          entries: options.crowdEntries,
          joined: JOINED,
          email: 'mere@example.org',
        })
      : [];
  await sql.query('vacuum analyze');
  note(`${await checkInvariants(sql)} invariants hold`);
  const lines: Line[] = [];
  const [first] = homes;
  if (first && (has('read') || has('write'))) await warmUp(scene, first);
  for (const home of homes) {
    await client.signIn();
    if (has('read')) lines.push(...(await measureReads(scene, home)));
    if (has('write')) lines.push(...(await measureWrites(scene, home)));
    note(`${sizeName(home.entries)} measured`);
  }
  lines.push(...growthOf(lines, options.sizes));
  if (has('crowd') && crowd.length > 0) lines.push(...(await burstOf(scene, crowd, homes)));
  if (has('import')) {
    for (const home of homes) {
      for (const rows of new Set([options.sizes[0] ?? home.entries, home.entries])) {
        await signedIn(client, async () =>
          lines.push(...(await measureImport(scene, home, { rows, copied: home.copied }))),
        );
        note(`${sizeName(rows)} imported into ${sizeName(home.entries)}`);
      }
    }
  }
  note(`${await checkInvariants(sql)} invariants still hold`);
  void base;
  return lines;
}

async function burstOf(scene: Scene, crowd: readonly string[], homes: readonly Home[]): Promise<Line[]> {
  await scene.client.signIn();
  const corners = [];
  for (const home of crowd.slice(0, JOINED)) corners.push({ home, ...(await corner(scene.sql, home)) });
  const large = homes.at(-1);
  if (!large) return [];
  return await measureBurst(scene, corners, {
    home: large.id,
    account: large.accounts.everyday,
    category: large.category,
  });
}

async function signedIn<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.signIn();
  return await work();
}

/** Starts and memory are taken on the database that the other parts left, or on a fresh one. */
async function idleOf(place: Place, options: Options): Promise<Line[]> {
  if (options.parts.length === 1) {
    const base = await openBase(place);
    await (await startProgram(place, 'api')).stop();
    await base.stop();
  }
  return await measureIdle(place);
}
