/**
 * `npm test`: everything a change must pass, in one command and with one number at the end.
 *
 * `npm test -- --only unit|server|web|e2e|static` runs one part; other words go to the test runner as a filter
 * (`npm test -- --only server tags`).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStale, installMissing, ROOT, runToEnd, Unready } from './prepare.mjs';

const PARTS = ['static', 'unit', 'server', 'web', 'e2e'];
const REPORT = join(ROOT, 'node_modules/.cache/kinwise/tests.json');
const CACHE = 'node_modules/.cache/kinwise';

/** A gate looks at the source without running it. Each counts as one test. */
const GATES = [
  { name: 'types', run: ['typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'types of the web app',
    run: ['typescript/bin/tsc', '-p', 'apps/web'],
    needs: 'apps/web/tsconfig.json',
  },
  { name: 'format', run: ['@biomejs/biome/bin/biome', 'format', '.'] },
  {
    name: 'lint',
    run: ['eslint/bin/eslint.js', '--max-warnings=0', '--cache', `--cache-location=${CACHE}/eslint`, '.'],
  },
  {
    name: 'who imports whom',
    run: [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
      'apps',
      'e2e',
    ],
  },
  { name: 'nothing unused', run: ['knip/bin/knip.js'] },
  { name: 'lock file', run: ['../tools/lock.mjs', '--check'] },
  { name: 'evidence of safety', run: ['../tools/evidence.mjs'] },
  { name: 'generated files', run: ['../tools/generate.mjs', '--check'], needs: 'tools/generate.mjs' },
];

export async function runGates(words) {
  const { only, filters } = readWords(words);
  const parts = only ? [only] : PARTS;
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    await installMissing();
    if (parts.includes('static')) await runStatic(count);
    const projects = parts.filter((part) => part !== 'static');
    if (projects.includes('e2e')) await buildStale({ web: true });
    if (projects.length > 0) await runTests(projects, filters, count);
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    console.error(error.message);
    count.failed += 1;
  }
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
}

function readWords(words) {
  const at = words.indexOf('--only');
  if (at === -1) return { only: undefined, filters: words };
  const only = words[at + 1];
  if (PARTS.includes(only))
    return { only, filters: words.filter((_, index) => index !== at && index !== at + 1) };
  console.error(`--only takes one of ${PARTS.join(', ')}.`);
  process.exit(2);
}

/** Two at a time: most gates keep one core busy, and the slowest comes early. */
async function runStatic(count) {
  const waiting = GATES.filter(({ needs }) => !needs || existsSync(join(ROOT, needs)));
  const worker = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const began = performance.now();
      const { code, said } = await runQuietly(gate.run);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${gate.name} (${seconds} s)`);
      if (code !== 0) console.log(said.trimEnd().replace(/^/gm, '    '));
      count[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([worker(), worker()]);
}

function runQuietly([script, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...words], { cwd: ROOT });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function runTests(projects, filters, count) {
  rmSync(REPORT, { force: true });
  const words = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ];
  for (const project of projects) words.push('--project', project);
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const code = await runToEnd(process.execPath, [vitest, ...words, ...filters]);
  if (!existsSync(REPORT)) {
    count.failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  count.passed += report.numPassedTests;
  count.skipped += report.numPendingTests + report.numTodoTests;
  // A file that did not even load holds no failed test, and an error after the last test belongs to none.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  count.failed += failed === 0 && code !== 0 ? 1 : failed;
}
