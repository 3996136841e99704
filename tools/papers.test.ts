/** The papers say what is true: their links lead somewhere, what they name is there, and their cheap commands run. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { between } from './docs.ts';

const ROOT = join(import.meta.dirname, '..');
const papers = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Pictures are made by a script; where it has not run yet there is none, and where it has all of them must be there. */
const picturesToCome = !existsSync(join(ROOT, 'docs/pictures'));
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const scripts = (path: string) => Object.keys((JSON.parse(text(path)) as { scripts?: object }).scripts ?? {});

/** The commands of the shell that a paper shows, without comments. */
function shellLines(paper: string): string[] {
  return [...text(paper).matchAll(/```sh[^\n]*\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);
}

describe.each(papers)('%s', (paper) => {
  it('links to what is there', () => {
    const links = [...text(paper).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, picture]) => link ?? picture ?? '')
      .filter((link) => !/^[a-z]+:/.test(link) && !(picturesToCome && link.startsWith('docs/pictures/')));
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? paper : relative(ROOT, join(ROOT, dirname(paper), path));
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names files, scripts and commands that are there', () => {
    const named = [
      ...text(paper).matchAll(/`((?:apps|packages|tools|docs|deploy|e2e|bench)\/[\w./-]+)`/g),
    ].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const run = [...text(paper).matchAll(/\bnpm run (\w+)( -w @kinwise\/web)?/g)];
    for (const [line, script = '', web] of run)
      expect(scripts(web ? 'apps/web/package.json' : 'package.json'), line).toContain(script);
    const commands = [...text('apps/server/src/cli/commands.ts').matchAll(/^ {2}(?:(\w+):|(\w+),$)/gm)];
    const known = commands.map(([, one, two]) => one ?? two);
    for (const line of shellLines(paper)) {
      const command = /^(?:kinwise|node tools\/kinwise\.mjs|.*dist\/main\.js) (\w+)/.exec(line)?.[1];
      if (command) expect(known, line).toContain(command);
    }
  });
});

describe('the cheap commands of CONTRIBUTING.md', () => {
  const cheap = shellLines('CONTRIBUTING.md').filter((line) => line.startsWith('node tools/spread.mjs'));

  it('are there to be run', () => {
    expect(cheap.length).toBeGreaterThan(0);
  });

  it.skipIf(!existsSync(join(ROOT, '.git'))).each(cheap)('%s', (line) => {
    const [, ...words] = line.split(' ');
    expect(execFileSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' })).toMatch(/\d+ server/);
  });
});

it('a generated part replaces what stands between its marks, and misses them aloud', () => {
  expect(between('a\n<!-- begin x -->\nold\n<!-- end x -->\nb', 'x', 'new')).toBe(
    'a\n<!-- begin x -->\nnew\n<!-- end x -->\nb',
  );
  expect(() => between('a', 'x', 'new')).toThrow(/begin x/);
});

it('a change is counted by the feature and screen folders that it touches', async () => {
  // By name only at run time, because plain JavaScript brings no types.
  const file = 'spread.mjs';
  const { foldersOf } = (await import(/* @vite-ignore */ `./${file}`)) as {
    foldersOf(paths: string[]): { server: string[]; web: string[] };
  };
  const paths = [
    'apps/server/src/ledger/tags/tags.ts',
    'apps/server/src/ledger/tags/index.ts',
    'apps/server/src/features.ts',
    'apps/web/src/screens/settings/tags/tags-screen.tsx',
    'apps/web/src/routes.tsx',
  ];
  expect(foldersOf(paths)).toEqual({
    server: ['apps/server/src/ledger/tags/'],
    web: ['apps/web/src/screens/settings/tags/'],
  });
});

/** Headings as the places that a link can point at. */
function anchorsOf(paper: string): string[] {
  return [...text(paper).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replace(/ /g, '-'),
  );
}
