import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshToken } from './session.ts';
import type { Scene, Target } from './targets.ts';
import { runTool } from './tool.ts';

const SECONDS = 900;
const MODULES =
  'backup,blindsql,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,ssrf,xss,xxe';

/** The header is sent as 0: the filter that it once switched on made pages less safe, and is gone from browsers. */
const ON_PURPOSE = /X-XSS-Protection is not set/;

type Report = {
  vulnerabilities?: Record<string, { path?: string; method?: string; info?: string }[]>;
  anomalies?: Record<string, { path?: string; method?: string; info?: string }[]>;
};

/** Crawls the pages and attacks every readable route, signed in. */
export async function runWapiti(scene: Scene, targets: readonly Target[]): Promise<string[]> {
  const report = join(scene.folder, 'wapiti.json');
  const token = await freshToken(scene);
  const pages = ['/', '/sign-in', '/register', '/dev/mail', '/api/v1/docs/', '/api/v1/health/'];
  const starts = [...pages, ...targets.filter(({ method }) => method === 'GET').map(({ path }) => path)];
  const said = await runTool(
    'wapiti',
    [
      ...['-u', `${scene.url}/`, ...starts.flatMap((path) => ['-s', `${scene.url}${path}`])],
      ...['--scope', 'domain', '-d', '2', '--max-scan-time', '12', '--flush-session', '-m', MODULES],
      ...[
        '-H',
        `Authorization: Bearer ${token}`,
        '-H',
        'Accept: application/json',
        '-f',
        'json',
        '-o',
        report,
      ],
      ...['--store-session', join(scene.folder, 'wapiti'), '-v', '0'],
    ],
    { seconds: SECONDS, cwd: scene.folder },
  );
  if (!existsSync(report)) return [`it wrote no report: ${said.slice(-300)}`];
  const { vulnerabilities = {}, anomalies = {} } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, list]) =>
    list
      .map(({ method, path, info }) => `${kind}: ${method ?? ''} ${path ?? ''} ${info ?? ''}`)
      .filter((text) => !ON_PURPOSE.test(text)),
  );
}
