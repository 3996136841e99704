/**
 * Weighs what "Today" loads first, and each screen after it: `node apps/web/tools/size.mjs` after a build.
 * Sizes are gzip level 9. Ends with 1 when a budget is broken.
 */
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const KB = 1024;
// Files named …-parts come with a press and bring what floats; they are shared, so that only the first is dear.
const BUDGET = {
  first: 180 * KB,
  cards: 216 * KB,
  screen: 40 * KB,
  parts: 64 * KB,
  styles: 20 * KB,
  fonts: 60 * KB,
};
const TODAY = 'src/screens/insight/today/today-screen.tsx';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));
const broken = [];

const entry = manifest['index.html'];
const first = new Set([...closure('index.html'), ...(manifest[TODAY] ? closure(TODAY) : [])]);
const rows = await Promise.all(
  [...first].map(async (key) => ({ file: manifest[key].file, size: await weigh(manifest[key].file) })),
);
rows.sort((left, right) => right.size - left.size);
for (const row of rows) console.log(`  ${kb(row.size)}  ${row.file}`);
judge(
  'First load of Today',
  rows.reduce((sum, row) => sum + row.size, 0),
  BUDGET.first,
);

// Its cards come right after, each by itself, so that none holds up the figures.
const whole = new Set(first);
for (const key of manifest[TODAY]?.dynamicImports ?? []) closure(key, whole);
judge('Today with all its cards', await sum([...whole].map((key) => manifest[key].file)), BUDGET.cards);

for (const [key, chunk] of Object.entries(manifest)) {
  if (!key.startsWith('src/screens/') || !chunk.isDynamicEntry || key === TODAY) continue;
  let size = 0;
  for (const part of closure(key)) if (!first.has(part)) size += await weigh(manifest[part].file);
  judge(key.replace('src/screens/', ''), size, key.endsWith('-parts.tsx') ? BUDGET.parts : BUDGET.screen);
}

const styles = await Promise.all((entry.css ?? []).map((file) => weigh(file)));
judge(
  'Styles',
  styles.reduce((sum, size) => sum + size, 0),
  BUDGET.styles,
);
let fonts = 0;
for (const file of await readdir(new URL('assets/', dist))) {
  if (file.endsWith('.woff2')) fonts += (await readFile(new URL(`assets/${file}`, dist))).length;
}
judge('Fonts', fonts, BUDGET.fonts);

if (broken.length > 0) {
  console.error(
    `Over budget: ${broken.join(', ')}. Split the part that is not needed at once, or find a lighter one.`,
  );
  process.exit(1);
}

/** A chunk with everything that it imports at once. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const part of manifest[key].imports ?? []) closure(part, seen);
  return seen;
}

async function sum(files) {
  const sizes = await Promise.all(files.map(weigh));
  return sizes.reduce((total, size) => total + size, 0);
}

async function weigh(file) {
  return gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length;
}

function judge(name, size, budget) {
  console.log(`${kb(size)} of ${kb(budget)}  ${name}`);
  if (size > budget) broken.push(name);
}

function kb(bytes) {
  return `${(bytes / KB).toFixed(1).padStart(6)} KB`;
}
