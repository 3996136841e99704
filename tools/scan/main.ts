/**
 * Sets three scanners of Debian (sqlmap, wapiti, ffuf) on KinWise as it ships, on this machine and nothing else: a fresh
 * database, a person with a filled household, every route of the OpenAPI document. Ends with 1 when one of them finds
 * something. `node tools/scan.mjs [--only sqlmap,wapiti,ffuf] [--routes WORD] [--from NUMBER]`; sqlmap takes
 * half an hour or more, and `--from` goes on where an earlier run was broken off.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signUp } from '../../bench/client.ts';
import { clearPlace, makePlace, openBase, startProgram } from '../../bench/server.ts';
import { runFfuf } from './ffuf.ts';
import { runSqlmap } from './sqlmap.ts';
import { furnish } from './targets.ts';
import type { Scene } from './targets.ts';
import { runWapiti } from './wapiti.ts';

const SCANNERS = { ffuf: runFfuf, wapiti: runWapiti, sqlmap: runSqlmap } as const;
type Scanner = keyof typeof SCANNERS;

process.exitCode = await scan(process.argv.slice(2));

async function scan(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      only: { type: 'string', default: Object.keys(SCANNERS).join(',') },
      routes: { type: 'string', default: '' },
      from: { type: 'string', default: '0' },
    },
  });
  const wanted = values.only.split(',').filter((name): name is Scanner => name in SCANNERS);
  const missing = wanted.filter((name) => !isHere(name));
  if (wanted.length === 0 || missing.length > 0) {
    process.stderr.write(
      missing.length > 0
        ? `Not installed: ${missing.join(', ')}. On Debian: apt-get install ${missing.join(' ')}\n`
        : `--only takes ${Object.keys(SCANNERS).join(', ')}\n`,
    );
    return 2;
  }
  const place = await makePlace(false);
  const base = await openBase(place);
  const running = await startProgram(place, 'start');
  try {
    const client = await signUp(place);
    const folder = join(place.dir, 'scan');
    mkdirSync(folder, { recursive: true });
    const scene: Scene = {
      url: `http://127.0.0.1:${place.port}`,
      folder,
      client,
      sql: base.sql,
      only: values.routes,
    };
    const targets = (await furnish(scene)).slice(Number(values.from) || 0);
    process.stdout.write(`${targets.length} operations to look at.\n`);
    const findings: string[] = [];
    for (const name of wanted) {
      const found = await SCANNERS[name](scene, targets);
      process.stdout.write(`${name}: ${found.length === 0 ? 'found nothing' : `${found.length} findings`}\n`);
      findings.push(...found.map((text) => `${name}: ${text}`));
    }
    client.close();
    for (const text of findings) process.stdout.write(`${text}\n`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await running.stop();
    await base.stop();
    clearPlace(place);
  }
}

function isHere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
