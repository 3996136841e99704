/** Every import rule is broken once on purpose: a rule that cannot fail protects nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Rules {
  forbidden: { name: string }[];
  options: ICruiseOptions;
}

const SERVER = 'apps/server/src';
const LATER = `import '../../reach/alerts/alerts.ts';`;

/** Each sin: the rule it breaks, the file that commits it, and what that file says. */
const sins: [rule: string, file: string, text: string][] = [
  ['core-imports-nothing', 'packages/core/src/money.ts', `import 'zod';`],
  ['days-use-temporal-only', 'packages/core/src/days.ts', `import 'temporal-polyfill'; import 'luxon';`],
  ['engines-import-core', 'packages/engines/src/forecast/forecast.ts', `import 'node:fs';`],
  ['platform-knows-no-feature', `${SERVER}/platform/http.ts`, `import '../ledger/tags/tags.ts';`],
  ['no-later-area', `${SERVER}/ledger/accounts/accounts.ts`, LATER],
  ['only-through-the-door', `${SERVER}/planning/bills/bills.ts`, `import '../../ledger/tags/tags.store.ts';`],
  ['no-circle', 'packages/engines/src/splitting/shares.ts', `import './splitting.ts';`],
  ['only-stores-query', `${SERVER}/ledger/tags/tags.ts`, `import 'kysely';`],
  [
    'only-stores-open-the-builder',
    `${SERVER}/home/plans/plans.ts`,
    `import { k } from '../../platform/database.ts';`,
  ],
  ['only-platform-knows-the-machine', `${SERVER}/ledger/tags/tags.routes.ts`, `import 'fastify';`],
  ['only-jobs-reach-outside', `${SERVER}/reach/alerts/alerts.ts`, `import '../../adapters/mail.ts';`],
  ['only-the-list-plugs-in', `${SERVER}/program.ts`, `import './ledger/tags/index.ts';`],
  ['web-never-imports-server', 'apps/web/src/screens/bills.ts', `import '../../../server/src/program.ts';`],
  ['ui-knows-no-app', 'apps/web/src/ui/button.ts', `import '../screens/bills.ts';`],
  ['nothing-imports-tests', `${SERVER}/features.ts`, `import '../test/world.ts';`],
  ['imports-are-found', `${SERVER}/events.ts`, `import './nowhere.ts';`],
];

/** What the sinners import, and three who do the same things lawfully. */
const others: [file: string, text: string][] = [
  ['packages/engines/src/splitting/splitting.ts', `import './shares.ts';`],
  [`${SERVER}/ledger/tags/tags.store.ts`, `import 'kysely'; import { k } from '../../platform/database.ts';`],
  [`${SERVER}/platform/database.ts`, `import 'pg'; export const k = 1;`],
  [
    `${SERVER}/reach/alerts/alerts.jobs.ts`,
    `import '../../adapters/mail.ts'; import '../../ledger/tags/tags.ts';`,
  ],
  [`${SERVER}/ledger/tags/index.ts`, ''],
  [`${SERVER}/adapters/mail.ts`, ''],
  ['apps/server/test/world.ts', ''],
];

const lawful = [
  `${SERVER}/ledger/tags/tags.store.ts`,
  `${SERVER}/platform/database.ts`,
  `${SERVER}/reach/alerts/alerts.jobs.ts`,
];
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Rules;
const place = mkdtempSync(join(tmpdir(), 'kinwise-rules-'));
let broken: { rule: string; from: string }[] = [];

beforeAll(async () => {
  for (const [file, text] of [...sins.map(([, file, text]) => [file, text] as const), ...others]) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
  const { tsConfig: _ours, ...options } = rules.options;
  const ruleSet = { forbidden: rules.forbidden } as NonNullable<ICruiseOptions['ruleSet']>;
  const { output } = await cruise(['packages', 'apps'], {
    ...options,
    baseDir: place,
    validate: true,
    ruleSet,
  });
  if (typeof output === 'string') throw new Error(output);
  broken = output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}, 60_000);

afterAll(() => rmSync(place, { recursive: true }));

it.each(sins)('the rule %s stops %s', (rule, file) => {
  expect(broken.filter(({ from }) => from === file).map((one) => one.rule)).toContain(rule);
});

it.each(lawful)('no rule but the one about libraries that are not here stops %s', (file) => {
  expect(broken.filter(({ from, rule }) => from === file && rule !== 'imports-are-found')).toEqual([]);
});

it('every rule has its sinner', () => {
  expect(new Set(sins.map(([rule]) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)));
});
