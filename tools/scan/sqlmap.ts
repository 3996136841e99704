import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshToken } from './session.ts';
import type { Scene, Target } from './targets.ts';
import { runTool } from './tool.ts';

const SECONDS_EACH = 240;
/** What KinWise answers to nonsense; anything else (a 500, a slow answer) is looked at. */
const REFUSALS = '400,401,403,404,405,409,410,412,415,422,429';

/** Tries to inject SQL into every parameter of every operation. */
export async function runSqlmap(scene: Scene, targets: readonly Target[]): Promise<string[]> {
  const findings: string[] = [];
  for (const [index, target] of targets.entries()) {
    if (!target.path.includes('?') && target.body === undefined) continue;
    const file = join(scene.folder, `request-${index}.txt`);
    writeFileSync(file, requestText(scene, target, await freshToken(scene)));
    const said = await runTool('sqlmap', words(file, scene), { seconds: SECONDS_EACH, cwd: scene.folder });
    const name = `${target.method} ${target.path.split('?')[0]}`;
    if (/is vulnerable|Parameter: .*\n\s+Type:|sqlmap identified/.test(said)) findings.push(name);
    if (/\b5\d\d \([A-Z]/.test(said)) findings.push(`${name} answered 5xx`);
    process.stdout.write(`  sqlmap ${index + 1}/${targets.length} ${name}\n`);
  }
  return findings;
}

function words(file: string, scene: Scene): string[] {
  return [
    ...['-r', file, '--batch', '--smart', '--level=2', '--risk=1', '--threads=2', '--timeout=10'],
    ...[
      '--retries=0',
      '--disable-coloring',
      '--flush-session',
      `--output-dir=${join(scene.folder, 'sqlmap')}`,
    ],
    ...[`--ignore-code=${REFUSALS}`, '--skip=User-Agent,Referer,Host', '--dbms=PostgreSQL'],
  ];
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
