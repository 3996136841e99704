import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What a rule of this project refuses by name, and what to use instead. */
const clock = 'Nobody asks the machine for the time: take it from the context or as an argument.';
const chance = 'Randomness comes from the id functions or as an argument.';
const floats = 'Amounts are whole minor units: parse and print them with @kinwise/core/money.';

const bannedCalls = [
  { selector: 'NewExpression[callee.name="Date"]', message: clock },
  { selector: 'CallExpression[callee.name="Date"]', message: clock },
];
const bannedInTests = [{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock }];
const bannedProperties = [
  { object: 'Date', property: 'now', message: clock },
  { object: 'Math', property: 'random', message: chance },
  { object: 'Number', property: 'parseFloat', message: floats },
  { property: 'toFixed', message: floats },
];

const TESTS = ['**/*.test.{ts,tsx}', '**/testing.ts', 'apps/server/test/**', 'e2e/**', 'bench/**'];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '.kinwise/**',
      'packages/api-client/src/**',
      'apps/server/src/platform/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-globals': ['error', { name: 'parseFloat', message: floats }],
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedCalls],
      'no-console': 'error',
      'no-control-regex': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-dupe-else-if': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, IIFEs: true }],
      'max-params': ['error', { max: 3 }],
      complexity: ['error', { max: 20 }],
      'max-depth': ['error', { max: 4 }],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // A component is mostly the picture that it draws; the cap of functions is for what decides.
    files: ['apps/web/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 110, IIFEs: true }],
      complexity: ['error', { max: 28 }],
    },
  },
  {
    // The api folder is the only place of the web app that fetches; the service worker stands outside of the app.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/api/**', 'apps/web/src/service-worker.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'parseFloat', message: floats },
        { name: 'fetch', message: 'Only apps/web/src/api talks to the server.' },
      ],
    },
  },
  {
    // A list of tests is one long function by nature, and a fixed date in a test asks no clock.
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...bannedInTests],
    },
  },
  {
    // A made-up life is a table: a line for each entry, read by its columns.
    files: ['bench/household.ts'],
    rules: { 'max-params': 'off' },
  },
  {
    // The one place on each side that may look at the clock.
    files: ['apps/server/src/platform/clock.ts', 'apps/web/src/clock.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // Money itself, where text becomes minor units and minor units become text.
    files: ['packages/core/src/money.ts'],
    rules: { 'no-restricted-properties': ['error', ...bannedProperties.slice(0, 2)] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    rules: {
      'no-undef': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
);
