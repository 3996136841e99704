/**
 * How far changes spread: `node tools/spread.mjs` counts, for each of the last 30 commits, the feature folders of the
 * server and the screen folders of the web app that it touches. `node tools/spread.mjs COMMIT` lists those of one.
 * A feature that needs more than two server folders sits in the wrong place, or the house lacks a slot for it.
 */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const AREAS = 'identity|home|ledger|intake|planning|sharing|growth|insight|reach|staff';
const SERVER = new RegExp(`^apps/server/src/(?:${AREAS})/[^/]+/`);
const WEB = /^apps\/web\/src\/screens\/[^/]+\/[^/]+\//;

/** The feature and screen folders among some paths, each once. */
export function foldersOf(paths) {
  const found = (pattern) => [...new Set(paths.flatMap((path) => pattern.exec(path)?.[0] ?? []))].sort();
  return { server: found(SERVER), web: found(WEB) };
}

function git(...words) {
  return execFileSync('git', words, { encoding: 'utf8' }).trim().split('\n').filter(Boolean);
}

function pathsOf(commit) {
  return git('show', '--name-only', '--format=', commit);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [commit] = process.argv.slice(2);
  if (commit) {
    const { server, web } = foldersOf(pathsOf(commit));
    for (const folder of [...server, ...web]) console.log(folder);
    console.log(`${server.length} server, ${web.length} web`);
  } else {
    for (const line of git('log', '-30', '--no-merges', '--format=%h %s')) {
      const { server, web } = foldersOf(pathsOf(line.slice(0, line.indexOf(' '))));
      console.log(
        `${String(server.length).padStart(3)} server ${String(web.length).padStart(3)} web  ${line}`,
      );
    }
  }
}
