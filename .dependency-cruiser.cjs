/** Who may import whom: the eight rules of ARCHITECTURE.md. tools/import-rules.test.ts makes each of them fail. */

const AREAS = [
  'identity',
  'home',
  'ledger',
  'intake',
  'planning',
  'sharing',
  'growth',
  'insight',
  'reach',
  'staff',
];
const ANY_AREA = AREAS.join('|');
const SERVER = '^apps/server/src/';
const TESTS = '(\\.test\\.tsx?$|/testing\\.ts$|^apps/server/test/|^e2e/|^bench/|^tools/)';

/** A library by name, whether it was found in node_modules or not at all. */
const library = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** An area may look at itself and at earlier ones, never at a later one. */
const laterAreas = AREAS.slice(0, -1).map((area, index) => ({
  name: 'no-later-area',
  comment: 'The areas are an order: to act on something that happens later in the list, react to its event.',
  severity: 'error',
  from: { path: `${SERVER}${area}/`, pathNot: TESTS },
  to: { path: `${SERVER}(${AREAS.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'core-imports-nothing',
      comment: 'Rule 1. core is shared by everybody; days.ts alone may use the Temporal polyfill.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: `${TESTS}|/days\\.ts$` },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: 'days-use-temporal-only',
      comment: 'Rule 1, for the one file that is excepted.',
      severity: 'error',
      from: { path: '^packages/core/src/days\\.ts$' },
      to: { pathNot: `^packages/core/src/|${library('temporal-polyfill')}` },
    },
    {
      name: 'engines-import-core',
      comment: 'Rule 2. Engines think: no files, network, database, and nothing of Node.',
      severity: 'error',
      from: { path: '^packages/engines/src/', pathNot: TESTS },
      to: {
        pathNot: `^packages/(core|engines)/src/|${library('chardet', 'fast-xml-parser', 'fflate', 're2js')}`,
      },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'Rule 3. What the platform needs from a feature is handed in by program.ts.',
      severity: 'error',
      from: { path: `${SERVER}platform/`, pathNot: TESTS },
      to: { path: `^(apps|packages)/`, pathNot: `${SERVER}(platform/|events\\.ts$)|^packages/core/src/` },
    },
    ...laterAreas,
    {
      name: 'only-through-the-door',
      comment:
        'Rule 4. Of another feature only <name>/<name>.ts and the shapes of its <name>.schema.ts may be imported, never its store or routes.',
      severity: 'error',
      from: { path: `${SERVER}(${ANY_AREA})/([^/]+)/`, pathNot: TESTS },
      to: {
        path: `${SERVER}(${ANY_AREA})/([^/]+)/`,
        pathNot: `${SERVER}($1/$2/|[^/]+/([^/]+)/\\2(\\.schema)?\\.ts$)`,
      },
    },
    {
      name: 'no-circle',
      comment: 'Rule 4. Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      // Types know each other freely: they are gone before anything runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-stores-query',
      comment: 'Rule 5. SQL is written in stores (and in the platform); the query builder goes nowhere else.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `\\.store\\.ts$|${SERVER}platform/|${TESTS}` },
      to: { path: `${library('kysely')}|${SERVER}platform/schema\\.ts$` },
    },
    {
      name: 'only-stores-open-the-builder',
      comment: 'Rule 5. The platform hands out its query builder to stores alone.',
      severity: 'error',
      from: { path: `${SERVER}(${ANY_AREA})/`, pathNot: `\\.store\\.ts$|${TESTS}` },
      to: { path: `${SERVER}platform/database\\.ts$` },
    },
    {
      name: 'only-platform-knows-the-machine',
      comment: 'Rule 5. Fastify, the driver and the queue can be replaced because one folder knows them.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `${SERVER}platform/|${TESTS}` },
      to: {
        path: library('fastify', '@fastify', 'fastify-[^/]+', 'pg', 'graphile-worker'),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-jobs-reach-outside',
      comment: 'Rule 5. The network is slow and fails: no request waits for it with a transaction open.',
      severity: 'error',
      from: { path: `${SERVER}(${ANY_AREA})/`, pathNot: `\\.jobs\\.ts$|${TESTS}` },
      to: { path: `${SERVER}adapters/` },
    },
    {
      name: 'only-the-list-plugs-in',
      comment: 'Rule 7. What a feature plugs in is read in one place.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `${SERVER}features\\.ts$|${TESTS}` },
      to: { path: `${SERVER}(${ANY_AREA})/[^/]+/index\\.ts$` },
    },
    {
      name: 'web-never-imports-server',
      comment: 'Rule 8. What both need is in core, engines or the generated client.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '^apps/web/tools/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'ui-knows-no-app',
      comment: 'Rule 8. A button or a chart could live in any app.',
      severity: 'error',
      from: { path: '^apps/web/src/ui/', pathNot: TESTS },
      to: { path: '^(apps/web/src/(?!ui/)|packages/(engines|api-client)/)' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What ships does not lean on test code.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'imports-are-found',
      comment: 'A misspelt import fails here and not at the first request.',
      severity: 'error',
      from: { path: '^(apps|packages|e2e|bench)/' },
      to: { couldNotResolve: true, pathNot: '^virtual:|\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
    builtInModules: { add: ['node:test'] },
  },
};
