import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules, type Source } from './tidy.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const NOT_OURS = ['node_modules', 'dist', '.git', '.kinwise', 'coverage'];
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|md|sql|css|html|ya?ml|sh|po|webmanifest)$|^run$|^Dockerfile$/;

const SERVER = 'apps/server/src';
const bills = file('apps/server/migrations/0009_bills.sql', 'create table bills (id uuid);');

let sources: Source[] = [];

beforeAll(() => {
  // The two files that spell the faults out would be the first to be found at fault.
  sources = walk(ROOT)
    .filter((path) => !/tidy(\.test)?\.ts$/.test(path))
    .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
});

/** Small projects that break each rule, one by one: a rule that finds nothing in them protects nothing. */
const sins: Record<string, Source[][]> = {
  'no file is longer than 300 lines': [[file('packages/core/src/long.ts', 'x\n'.repeat(301))]],
  'files are named in kebab-case': [[file('apps/web/src/ui/MoneyField.tsx')]],
  'no name says Manager, Helper, Util or Service': [
    [file('apps/server/src/ledger/tags/tags.ts', 'export class TagManager {}')],
    [file('packages/core/src/money-utils.ts')],
  ],
  'a feature folder holds its eight kinds of file and nothing else': [
    [file('apps/server/src/ledger/tags/tags.shapes.ts')],
    [file('apps/server/src/ledger/tags/deep/tags.ts')],
  ],
  'nobody asks the clock, rolls dice or makes money a float': [
    [file('packages/core/src/today.ts', 'export const now = () => Date.now();')],
    [file('apps/web/src/screens/sum.ts', '// So it is shown.\nreturn total.toFixed(2);')],
  ],
  'every exception from a rule gives its reason, and nothing is left to do later': [
    [file('tools/a.mjs', '// eslint-disable-next-line no-console')],
    [file('tools/a.mjs', '// TODO: later')],
  ],
  'every table has one owner': [
    [bills],
    [bills, index('planning/bills', 'bills'), index('planning/invoices', 'bills')],
  ],
  'a store writes the tables of its own feature only': [
    [
      bills,
      index('planning/bills', 'bills'),
      file(`${SERVER}/ledger/tags/tags.store.ts`, "k.updateTable('bills')"),
    ],
    [
      bills,
      index('planning/bills', 'bills'),
      file(`${SERVER}/ledger/tags/tags.store.ts`, "text('delete from bills where')"),
    ],
  ],
  'the tree in ARCHITECTURE.md is the tree on disk': [
    [tree('apps/\n    server/\n    phone/'), file('apps/server/a.ts')],
    [tree('apps/\n    server/'), file('apps/server/a.ts'), file('apps/web/a.ts')],
  ],
  'the papers stay short enough to be read': [[file('STYLE.md', 'word '.repeat(801))]],
  'no file names a folder of some machine or the address of a package registry': [
    [file('tools/a.mjs', "const log = '/home/somebody/log';")],
    [file('README.md', 'Get it from https://registry.example.org/kinwise')],
    [file('package-lock.json', '"resolved": "https://example.org/a.tgz"')],
  ],
};

describe.each(rules)('$name', ({ name, faults }) => {
  it('holds', () => {
    expect(faults(sources)).toEqual([]);
  });

  it('is noticed where it is broken', () => {
    expect(sins[name]).toBeDefined();
    for (const project of sins[name] ?? []) expect(faults(project), project.at(-1)?.path).not.toEqual([]);
  });
});

it('a lawful project has no faults', () => {
  const store = file(`${SERVER}/planning/bills/bills.store.ts`, "k.insertInto('bills')");
  const paper = tree('apps/     what runs\n    server/\n    web/src/  what is seen\n  docs/ ARCHITECTURE.md');
  const seen = [file('apps/web/src/a.ts'), file('apps/web/tools/a.mjs'), file('docs/a.md')];
  const lawful = [bills, index('planning/bills', 'bills'), store, paper, ...seen];
  expect(rules.flatMap(({ faults }) => faults(lawful))).toEqual([]);
});

function file(path: string, text = ''): Source {
  return { path, text };
}

function index(feature: string, table: string): Source {
  return file(`${SERVER}/${feature}/index.ts`, `export const feature = { tables: ['${table}'] };`);
}

function tree(inside: string): Source {
  return file('ARCHITECTURE.md', `\`\`\`\nkinwise/\n  ${inside}\n\`\`\``);
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return TEXT.test(entry.name) ? [path] : [];
  });
}
