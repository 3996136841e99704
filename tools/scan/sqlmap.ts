import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCanary } from './canary.ts';
import { freshToken } from './session.ts';
import type { Scene, Target } from './targets.ts';
import { runTool } from './tool.ts';

const SECONDS_EACH = 240;
const IN_PLACE = /is vulnerable|Parameter: .*\n\s+Type:|sqlmap identified/;

/** Tries to inject SQL into every parameter, body field and id of every operation. */
export async function runSqlmap(scene: Scene, targets: readonly Target[]): Promise<string[]> {
  await proveItself(scene);
  const findings: string[] = [];
  for (const [index, target] of targets.entries()) {
    const marked = withMark(target);
    const name = `${target.method} ${target.path.split('?')[0]}`;
    if (marked === undefined) continue;
    const said = await attack(
      scene,
      `request-${index}.txt`,
      requestText(scene, marked, await freshToken(scene)),
    );
    if (IN_PLACE.test(said)) findings.push(name);
    // A scanner that reads no request and tests nothing also finds nothing.
    if (!/testing /.test(said)) findings.push(`${name} was not tested:\n${said.slice(-400)}`);
    if (/\b5\d\d \([A-Z]/.test(said)) findings.push(`${name} answered 5xx`);
    process.stdout.write(`  sqlmap ${index + 1}/${targets.length} ${name}\n`);
  }
  return findings;
}

/** Nothing found means something only where a hole would have been. */
async function proveItself(scene: Scene): Promise<void> {
  const canary = await openCanary(scene.sql);
  try {
    const request = `GET /?name=Everyday HTTP/1.1\r\nHost: 127.0.0.1:${canary.port}\r\n\r\n`;
    const said = await attack(scene, 'canary.txt', request);
    if (!IN_PLACE.test(said))
      throw new Error(`sqlmap missed the hole that was made for it:\n${said.slice(-2000)}`);
    process.stdout.write('  sqlmap finds the hole that was made for it\n');
  } finally {
    await canary.close();
  }
}

async function attack(scene: Scene, name: string, request: string): Promise<string> {
  const file = join(scene.folder, name);
  writeFileSync(file, request);
  // Without a terminal it takes its targets from its input, and forgets the request that it was given.
  const command = ['sqlmap', ...words(file, scene)]
    .map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
    .join(' ');
  return await runTool('script', ['-qec', command, '/dev/null'], {
    seconds: SECONDS_EACH,
    cwd: scene.folder,
  });
}

function words(file: string, scene: Scene): string[] {
  return [
    // By what an answer says, by errors and by unions; waiting for the clock would take hours and shows little more.
    ...['-r', file, '--batch', '--level=2', '--risk=1', '--technique=BEU', '--threads=2', '--timeout=10'],
    ...[
      '--retries=0',
      '--disable-coloring',
      '--flush-session',
      `--output-dir=${join(scene.folder, 'sqlmap')}`,
    ],
    ...['--ignore-code=*', '--skip=User-Agent,Referer,Host,Authorization', '--dbms=PostgreSQL'],
  ];
}

/** Where there is neither a query nor a body, the id in the path is what can be varied. */
function withMark(target: Target): Target | undefined {
  if (target.path.includes('?') || target.body !== undefined) return target;
  const path = target.path.replace(/([0-9a-f]{8}-[0-9a-f-]{27})/, '$1*');
  return path === target.path ? undefined : { ...target, path };
}

function requestText(scene: Scene, { method, path, body }: Target, token: string): string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${new URL(scene.url).host}`,
    `Authorization: Bearer ${token}`,
    'Accept: application/json',
    ...(body === undefined ? [] : ['Content-Type: application/json']),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
