import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPaths } from './targets.ts';
import type { Scene, Target } from './targets.ts';
import { runTool } from './tool.ts';

const SECONDS = 300;

/** What lies about on careless servers, and ways around a path. */
const NAMES = [
  '.env .git/HEAD .git/config .svn/entries .htaccess .htpasswd .DS_Store .npmrc .dockerenv backup.zip backup.sql dump.sql',
  'db.sqlite config.json config.yml secrets.json id_rsa package.json package-lock.json docker-compose.yml Dockerfile',
  'admin admin/ administrator/ console/ debug/ actuator/ actuator/env server-status phpinfo.php wp-login.php graphql',
  'swagger.json openapi.json api-docs v2/ internal/ private/ test/ tmp/ uploads/ files/ logs/ log.txt error.log access.log',
  'metrics metrics/ health/../metrics api/v1/../../metrics main.js main.js.map worker.js.map src/main.ts postgres/ data/',
  'secret.key data/secret.key mailbox/ mails/ dev/mail dev/mail/ dev/status',
  '..%2f..%2fetc%2fpasswd %2e%2e/%2e%2e/etc/passwd ....//....//etc/passwd ..;/..;/metrics //metrics assets/..%2f..%2fmain.js',
].flatMap((line) => line.split(' '));

const NO_SCREEN = 'no-such-screen';
const NO_STAFF_SCREEN = 'admin/no-such-screen';

/** Without signing in: nothing of the API answers, and nothing lies about that should not. */
export async function runFfuf(scene: Scene, targets: readonly Target[]): Promise<string[]> {
  const routes = targets.map(({ path }) => path.split('?')[0]?.slice(1) ?? '');
  const words = join(scene.folder, 'words.txt');
  writeFileSync(
    words,
    [
      ...new Set([NO_SCREEN, NO_STAFF_SCREEN, ...NAMES, ...NAMES.map((name) => `api/v1/${name}`), ...routes]),
    ].join('\n'),
  );
  const report = join(scene.folder, 'ffuf.json');
  const said = await runTool(
    'ffuf',
    [
      ...['-u', `${scene.url}/FUZZ`, '-w', words, '-H', 'Accept: application/json', '-mc', 'all'],
      ...['-fc', '401,404,405', '-t', '4', '-timeout', '10', '-o', report, '-of', 'json', '-s'],
    ],
    { seconds: SECONDS, cwd: scene.folder },
  );
  if (!existsSync(report)) return [`it wrote no report: ${said.slice(-300)}`];
  const { results } = JSON.parse(readFileSync(report, 'utf8')) as { results: Found[] };
  // Every screen of the app is one and the same file, and so is every screen of the staff's portal; whatever is longer or
  // shorter is something else.
  const pages = [NO_SCREEN, NO_STAFF_SCREEN].map(
    (name) => results.find(({ input }) => input.FUZZ === name)?.length,
  );
  const open = [...ALWAYS_OPEN, ...openPaths()];
  return results
    .filter((found) => isAmiss(found, { pages, open }))
    .map(({ status, length, input }) => `/${input.FUZZ} answers ${status}, ${length} bytes`);
}

type Found = { status: number; length: number; input: { FUZZ: string } };

/** For everybody besides what the document says so of: health, and the document with its reader. */
const ALWAYS_OPEN = [/^api\/v1\/(?:health|docs|schema)\b/];

function isAmiss(
  { status, length, input }: Found,
  { pages, open }: { pages: readonly (number | undefined)[]; open: readonly RegExp[] },
): boolean {
  if (status >= 500) return true;
  // To who asks from this very machine the figures are open; see METRICS_TOKEN.
  if (status >= 400 || /^\/*metrics\/?$/.test(input.FUZZ)) return false;
  if (input.FUZZ.startsWith('api/')) return !open.some((path) => path.test(input.FUZZ));
  const isStaffs = /^admin(?:\/|$)/.test(input.FUZZ);
  return status === 200 && length !== pages[isStaffs ? 1 : 0];
}
