/**
 * Cuts the two type families down to what the app writes: Latin-1, dashes, quotes, arrows, currency signs and the ten
 * macron letters of te reo Māori: `node apps/web/tools/fonts.mjs`. Its output is committed; both families are OFL.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const out = new URL('../src/styles/fonts/', import.meta.url);

const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’“”•…‹›€₂™←↑→↓−×÷≈≤≥ʻ';
const macrons = 'ĀāĒēĪīŌōŪū';
// Money needs tabular and lining figures; discretionary sets would only add bytes.
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum', 'case', 'calt'];

let total = 0;
total += await cut('figtree', 'figtree/files/figtree-latin-wght-normal.woff2', latin, {
  wght: { min: 400, max: 700 },
});
total += await cut('figtree-macrons', 'figtree/files/figtree-latin-ext-wght-normal.woff2', macrons, {
  wght: { min: 400, max: 700 },
});
const bricolage = 'bricolage-grotesque/files/bricolage-grotesque-latin';
total += await cut('bricolage-grotesque', `${bricolage}-wght-normal.woff2`, latin, {
  wght: { min: 500, max: 700 },
});
total += await cut('bricolage-grotesque-macrons', `${bricolage}-ext-wght-normal.woff2`, macrons, {
  wght: { min: 500, max: 700 },
});
console.log(`${total} bytes in all`);
if (total > 60 * 1024) throw new Error('The fonts are over their budget of 60 KB.');

async function cut(name, source, text, variationAxes) {
  const font = await readFile(require.resolve(`@fontsource-variable/${source}`));
  const cutFont = await subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes,
    keepFeatures,
    noHinting: true,
  });
  await writeFile(new URL(`${name}.woff2`, out), cutFont);
  console.log(name, cutFont.length);
  return cutFont.length;
}

function range(from, to) {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
