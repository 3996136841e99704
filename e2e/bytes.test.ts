import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const DIST = new URL('../apps/web/dist/', import.meta.url);
const SCALES = fileURLToPath(new URL('../apps/web/tools/size.mjs', import.meta.url));

it('Today comes within 180 KB of scripts, 20 KB of styles and 60 KB of fonts, and every other screen within 40 KB more', async () => {
  // The scales end with an error when a budget is broken, and name the part that is too heavy.
  const { stdout } = await promisify(execFile)(process.execPath, [SCALES]);
  for (const part of ['First load of Today', 'Styles', 'Fonts']) expect(stdout).toContain(part);
});

type Chunk = {
  file: string;
  css?: string[];
  assets?: string[];
  imports?: string[];
  dynamicImports?: string[];
};

it('every part of the app is kept for when there is no signal, and nothing of the portal', async () => {
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', DIST), 'utf8')) as Record<
    string,
    Chunk
  >;
  const worker = await readFile(new URL('service-worker.js', DIST), 'utf8');
  const parts = new Set<string>();
  const collect = (key: string): void => {
    if (parts.has(key)) return;
    parts.add(key);
    for (const next of [...(manifest[key]?.imports ?? []), ...(manifest[key]?.dynamicImports ?? [])])
      collect(next);
  };
  collect('index.html');
  const files = [...parts].flatMap((key) => {
    const { file, css = [], assets = [] } = manifest[key] as Chunk;
    return [file, ...css, ...assets];
  });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !worker.includes(file))).toEqual([]);
  expect(worker).not.toContain((manifest['admin.html'] as Chunk).file);
});
