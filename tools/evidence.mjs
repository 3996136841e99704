/**
 * Holds the pages of docs/security against the project: `node tools/evidence.mjs`.
 *
 * Evidence is written as `file`, or as `file.test.ts`: “the name of a test”, “and of another”. A file that is gone, a
 * test that was renamed or taken out, a requirement that was left out or counted wrong fails `npm test`: a page that
 * says what keeps people safe must not outlive it.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STANDINGS = ['met', 'does not apply', 'open'];

/** OWASP ASVS 5.0.0: for each section the level of each of its requirements, in their order. */
const ASVS =
  'V1.1=22 V1.2=1111122223 V1.3=112222222223 V1.4=222 V1.5=123 V2.1=122 V2.2=112 V2.3=12223 V2.4=23 V3.1=3 ' +
  'V3.2=113 V3.3=12223 V3.4=11222233 V3.5=11122333 V3.6=3 V3.7=22333 V4.1=12233 V4.2=23333 V4.3=22 V4.4=1222 ' +
  'V5.1=2 V5.2=112333 V5.3=113 V5.4=222 V6.1=122 V6.2=111111112222 V6.3=11223333 V6.4=112233 V6.5=22222333 ' +
  'V6.6=2223 V6.7=33 V6.8=2222 V7.1=222 V7.2=1111 V7.3=22 V7.4=11222 V7.5=223 V7.6=22 V8.1=1233 V8.2=1123 ' +
  'V8.3=133 V8.4=23 V9.1=111 V9.2=1222 V10.1=22 V10.2=223 V10.3=22223 V10.4=1111122222233333 V10.5=22222 ' +
  'V10.6=22 V10.7=222 V11.1=2233 V11.2=22233 V11.3=11233 V11.4=1222 V11.5=23 V11.6=23 V11.7=33 V12.1=12233 ' +
  'V12.2=11 V12.3=22223 V13.1=2333 V13.2=222223 V13.3=2233 V13.4=1222233 V14.1=22 V14.2=12223333 V14.3=122 ' +
  'V15.1=12233 V15.2=12233 V15.3=1222222 V15.4=3333 V16.1=2 V16.2=22222 V16.3=2222 V16.4=222 V16.5=2223 ' +
  'V17.1=23 V17.2=22223333 V17.3=22';

/** SOC 2: how many criteria stand under each heading (2017 criteria, points of focus of 2022). */
const SOC2 =
  'CC1=5 CC2=3 CC3=4 CC4=2 CC5=3 CC6=8 CC7=5 CC8=1 CC9=2 A1=3 C1=2 PI1=5 P1=1 P2=1 P3=2 P4=3 P5=2 P6=7 P7=1 P8=1';

/** The requirements of levels 1 and 2 with their level. */
export function requirements() {
  const found = new Map();
  for (const section of ASVS.split(' ')) {
    const [name, levels] = section.split('=');
    [...levels].forEach((level, at) => {
      if (level !== '3') found.set(`${name}.${at + 1}`, level);
    });
  }
  return found;
}

function criteria() {
  return SOC2.split(' ').flatMap((heading) => {
    const [name, count] = heading.split('=');
    return Array.from({ length: Number(count) }, (_none, at) => `${name}.${at + 1}`);
  });
}

const RULES = Array.from({ length: 20 }, (_none, at) => String(at + 1));

/** The pages, and what is asked of each beside that its evidence is there. */
const PAGES = {
  'docs/security/asvs.md': (text) => {
    const levels = requirements();
    const rows = rowsOf(text, /^V\d+\.\d+\.\d+$/);
    const misplaced = rows
      .filter(([id, level]) => levels.has(id) && levels.get(id) !== level)
      .map(([id]) => `${id} is of level ${levels.get(id)}`);
    const judged = rows.map(([id, level, , standing, why]) => ({ id, level, standing, why }));
    return [
      ...onceEach([...levels.keys()], rows),
      ...misplaced,
      ...judgements(judged),
      ...miscounts(text, judged),
    ];
  },
  'docs/security/rules.md': (text) => {
    const rows = rowsOf(text, /^\d+$/);
    const judged = rows.map(([id, , standing, why]) => ({ id, standing, why }));
    const open = judged.filter(({ standing }) => standing === 'open').length;
    const count = `**${judged.length - open} met, ${open} open.**`;
    return [
      ...onceEach(RULES, rows),
      ...judgements(judged),
      ...(text.includes(count) ? [] : [`the count should be ${count}`]),
    ];
  },
  'docs/security/soc2.md': (text) => onceEach(criteria(), rowsOf(text, /^(?:CC|A|C|PI|P)\d\.\d$/)),
  'docs/security/threats.md': () => [],
  'docs/security/inventory.md': () => [],
};

/** What is wrong with a page. `read` answers a file's text, an empty one for a folder, undefined for nothing. */
export function faultsOf(page, text, read) {
  return [...PAGES[page](text), ...lost(text, read)].map((fault) => `${page}: ${fault}`);
}

/** The cells of the table rows whose first cell is an id. */
function rowsOf(text, id) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, line.lastIndexOf(' |'))
        .split(' | ')
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => id.test(first));
}

function onceEach(wanted, rows) {
  const ids = rows.map(([id]) => id);
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...ids.filter((id) => !wanted.includes(id)).map((id) => `${id} is none of them`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands there twice`),
  ];
}

function judgements(judged) {
  return judged.flatMap(({ id, standing, why = '' }) => {
    if (!STANDINGS.includes(standing)) return [`${id}: "${standing}" is none of ${STANDINGS.join(', ')}`];
    if (standing === 'met') return evidenceIn(why).length > 0 ? [] : [`${id}: met by what?`];
    return why.split(/\s+/).length > 2 ? [] : [`${id}: ${standing}, and why?`];
  });
}

/** The table of counts has a row for each level and one for both. */
function miscounts(text, judged) {
  return ['1', '2', 'both'].flatMap((level) => {
    const some = judged.filter((one) => level === 'both' || one.level === level);
    const counts = STANDINGS.map((standing) => some.filter((one) => one.standing === standing).length);
    const row = `| ${[level, ...counts, some.length].join(' | ')} |`;
    return text.includes(`\n${row}\n`) ? [] : [`the count should be ${row}`];
  });
}

/** Every file in backticks with the tests that are quoted behind it. */
function evidenceIn(text) {
  return [...text.matchAll(/`([\w./-]+)`((?:(?:: |, )“[^”]+”)*)/g)]
    .filter(([, path]) =>
      /^(?:apps|packages|tools|docs|deploy|e2e|bench)\/|^[.\w-]+\.(?:md|json|js|cjs)$/.test(path),
    )
    .map(([, path, quoted]) => ({ path, tests: [...quoted.matchAll(/“([^”]+)”/g)].map(([, name]) => name) }));
}

function lost(text, read) {
  const evidence = evidenceIn(text);
  const faults = evidence.flatMap(({ path, tests }) => {
    const source = read(path);
    if (source === undefined) return [`${path} is not there`];
    if (/\.test\.tsx?$/.test(path) && tests.length === 0) return [`${path} is named without a test in it`];
    return tests
      .filter((name) => !["'", '"', '`'].some((mark) => source.includes(mark + name + mark)))
      .map((name) => `${path} has no test “${name}”`);
  });
  const quoted = evidence.reduce((sum, { tests }) => sum + tests.length, 0);
  const quotes = text.split('“').length - 1;
  return quoted === quotes ? faults : [...faults, `${quotes - quoted} quotations stand behind no file`];
}

function readHere(path) {
  const place = join(ROOT, path);
  if (!existsSync(place)) return undefined;
  return statSync(place).isDirectory() ? '' : readFileSync(place, 'utf8');
}

function main() {
  const faults = Object.keys(PAGES).flatMap((page) => faultsOf(page, readHere(page) ?? '', readHere));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
