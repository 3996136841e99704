/** The rules of the house that no compiler knows. Each is a question to the sources and answers what is wrong. */

export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

export interface TidyRule {
  name: string;
  /** One sentence for each fault, beginning with the path. */
  faults(sources: readonly Source[]): string[];
}

const AREAS = 'identity|home|ledger|intake|planning|sharing|growth|insight|reach|staff';
const CODE = /\.(ts|tsx|mjs|cjs|js)$/;
const FEATURE = new RegExp(`^apps/server/src/(?:${AREAS})/([^/]+)/(.+)$`);
const WRITES =
  /\b(?:insertInto|updateTable|deleteFrom)\('(\w+)|\b(?:insert into|delete from|update) ([a-z_]{3,})(?= [\w(]|`|$)/gm;
const GENERATED = ['apps/server/src/platform/schema.ts', 'packages/api-client/src/schema.ts'];
const CLOCKS = ['apps/server/src/platform/clock.ts', 'apps/web/src/clock.ts'];
const BANNED = /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bparseFloat\(|\.toFixed\(/;
const MACHINE = new RegExp(
  ['work', 'root', 'tmp', 'home/[a-z]+', 'Users/[a-z]+'].map((top) => `(?<![\\w.~}])/${top}/`).join('|'),
);
const REGISTRY = new RegExp(`https?://(registry\\.|npm\\.|[\\w.-]*(artifact|nexus|verdaccio|jfrog))`, 'i');

export const rules: readonly TidyRule[] = [
  {
    name: 'no file is longer than 300 lines',
    faults: each(isOurs, ({ text }) =>
      text.trimEnd().split('\n').length > 300
        ? 'is longer than 300 lines: give the part with a name of its own a file'
        : '',
    ),
  },
  {
    name: 'files are named in kebab-case',
    faults: each(isOurs, ({ path }) =>
      /^[a-z0-9.]+(-[a-z0-9.]+)*$/.test(nameOf(path)) ? '' : 'is not named in kebab-case',
    ),
  },
  {
    name: 'no name says Manager, Helper, Util or Service',
    faults: each(isOurs, ({ path, text }) => {
      const vague =
        /export (?:async )?(?:class|function|const|type|interface) \w*?(Manager|Helper|Utils?|Service)\b/.exec(
          text,
        );
      if (vague) return `exports "${vague[0].split(' ').at(-1)}": say what it does`;
      return /(^|[-.])(manager|helpers?|utils?|data)\.tsx?$/.test(nameOf(path))
        ? 'has a name that says nothing'
        : '';
    }),
  },
  {
    name: 'a feature folder holds its eight kinds of file and nothing else',
    faults: each(
      ({ path }) => FEATURE.test(path),
      ({ path }) => {
        const [, feature = '', inside = ''] = FEATURE.exec(path) ?? [];
        const allowed = new RegExp(
          `^(index|${feature}(\\.(schema|routes|store|jobs|reactions|test))?)\\.ts$`,
        );
        return allowed.test(inside)
          ? ''
          : `does not belong into a feature: only ${feature}.<kind>.ts and index.ts do`;
      },
    ),
  },
  {
    name: 'nobody asks the clock, rolls dice or makes money a float',
    faults: each(
      (source) =>
        isOurs(source) &&
        /^(apps|packages)\/[^/]+\/src\//.test(source.path) &&
        !isTest(source) &&
        !CLOCKS.includes(source.path),
      ({ text }) => {
        const line = text
          .split('\n')
          .findIndex((one) => BANNED.test(one.replace(/^\s*(\/\/|\*|\/\*\*).*/, '')));
        return line === -1 ? '' : `uses a banned call in line ${line + 1}`;
      },
    ),
  },
  {
    name: 'every exception from a rule gives its reason, and nothing is left to do later',
    faults: each(isOurs, ({ text }) => {
      if (/eslint-disable(?!.* -- \S)/.test(text))
        return 'switches a rule off without a reason (write `-- reason`)';
      return /\b(TODO|FIXME)\b|@ts-(ignore|nocheck)/.test(text) ? 'leaves something to do later' : '';
    }),
  },
  {
    name: 'every table has one owner',
    faults: tableOwners,
  },
  {
    name: 'a store writes the tables of its own feature only',
    faults: foreignWrites,
  },
  {
    name: 'the tree in ARCHITECTURE.md is the tree on disk',
    faults: treeDiffers,
  },
  {
    name: 'the papers stay short enough to be read',
    faults: each(
      ({ path }) => path === 'STYLE.md' || path === 'ARCHITECTURE.md',
      ({ path, text }) =>
        text.split(/\s+/).length > (path === 'STYLE.md' ? 800 : 2400) ? 'has grown too long to be read' : '',
    ),
  },
  {
    name: 'no file names a folder of some machine or the address of a package registry',
    faults: each(
      () => true,
      ({ path, text }) => {
        if (path === 'package-lock.json')
          return /"resolved": "http/.test(text) ? 'names the registry it was made with' : '';
        // The folders inside a container are ours to name, and a test may make one up.
        const free = isTest({ path }) || nameOf(path) === 'Dockerfile';
        const found = REGISTRY.exec(text) ?? (free ? null : MACHINE.exec(text));
        return found ? `names ${found[0]}, which other machines do not have` : '';
      },
    ),
  },
];

function tableOwners(sources: readonly Source[]): string[] {
  const owners = ownersIn(sources);
  const faults: string[] = [];
  for (const { path, text } of sources.filter(
    ({ path }) => path.startsWith('apps/server/migrations/') && !path.endsWith('_platform.sql'),
  )) {
    for (const [, table = ''] of text.matchAll(/^create table (?:if not exists )?(\w+)/gm)) {
      const count = owners.get(table)?.length ?? 0;
      if (count !== 1)
        faults.push(
          `${path} makes ${table}, which ${count === 0 ? 'no index.ts' : 'more than one index.ts'} names in its tables`,
        );
    }
  }
  return faults;
}

function foreignWrites(sources: readonly Source[]): string[] {
  const owners = ownersIn(sources);
  return sources
    .filter(({ path }) => path.endsWith('.store.ts'))
    .flatMap(({ path, text }) => {
      const written = [...text.matchAll(WRITES)].map(([, built, written]) => built ?? written ?? '');
      const foreign = new Set(
        written.filter((table) => owners.has(table) && !owners.get(table)?.includes(folderOf(path))),
      );
      return [...foreign].map(
        (table) =>
          `${path} writes ${table}, which belongs to ${owners.get(table)?.join(', ')}: go through its door`,
      );
    });
}

/** Which feature folders claim a table, read from the `tables` of every index.ts. */
function ownersIn(sources: readonly Source[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { path, text } of sources.filter(
    ({ path }) => FEATURE.test(path) && path.endsWith('/index.ts'),
  )) {
    const [, list = ''] = /\btables: \[([^\]]*)\]/.exec(text) ?? [];
    for (const [, table = ''] of list.matchAll(/'(\w+)'/g))
      owners.set(table, [...(owners.get(table) ?? []), folderOf(path)]);
  }
  return owners;
}

/** A folder whose inside the tree shows must hold exactly the folders shown; files may be left out, not invented. */
function treeDiffers(sources: readonly Source[]): string[] {
  const paper = sources.find(({ path }) => path === 'ARCHITECTURE.md');
  const [, tree = ''] = /```\n(kinwise\/\n[\s\S]*?)```/.exec(paper?.text ?? '') ?? [];
  const lines = linesOfTree(tree);
  const shown = lines.map(({ path }) => path);
  const onDisk = new Set(sources.flatMap(({ path }) => withFoldersAbove(path)));
  const faults = shown
    .filter((path) => !onDisk.has(path))
    .map((path) => `ARCHITECTURE.md shows ${path}, which is not there`);
  const known = new Set(shown.flatMap(withFoldersAbove));
  const opened = new Set(lines.filter(({ path }) => path.endsWith('/')).map(({ folder }) => folder));
  for (const path of onDisk) {
    const isFolder = path.endsWith('/') && !path.startsWith('.');
    if (isFolder && opened.has(folderOf(path)) && !known.has(path))
      faults.push(`ARCHITECTURE.md leaves out ${path}`);
  }
  return faults;
}

/** `  src/  words` below `server/` becomes `apps/server/src/`; a line may name several, as in `e2e/ bench/ docs/`. */
function linesOfTree(tree: string): { folder: string; path: string }[] {
  const above: string[] = [];
  return tree
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, indent = '', names = ''] =
        /^( +)((?:[\w.-]+(?:\/[\w.-]+)*(?:\/|\.\w+)(?: |$))+)/.exec(line) ?? [];
      above.length = Math.max(0, indent.length / 2 - 1);
      const folder = above.join('');
      const all = names.split(' ').filter(Boolean);
      above.push(all[0] ?? '');
      return all.map((name) => ({ folder, path: folder + name }));
    });
}

/** `apps/web/` is `apps/` and `apps/web/`. */
function withFoldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts
    .map((_, depth) => parts.slice(0, depth + 1).join('/') + (depth < parts.length - 1 ? '/' : ''))
    .filter(Boolean);
}

function each(
  applies: (source: Source) => boolean,
  fault: (source: Source) => string,
): (sources: readonly Source[]) => string[] {
  return (sources) =>
    sources.filter(applies).flatMap((source) => {
      const found = fault(source);
      return found ? [`${source.path} ${found}`] : [];
    });
}

function isOurs({ path }: Source): boolean {
  return CODE.test(path) && !GENERATED.includes(path);
}

function isTest({ path }: { path: string }): boolean {
  return /\.test\.tsx?$|\/testing\.ts$|^(apps\/server\/test|e2e|bench)\//.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  const inside = path.replace(/\/$/, '');
  return inside.slice(0, inside.lastIndexOf('/') + 1);
}
