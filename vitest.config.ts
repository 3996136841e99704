import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const PROPERTIES = fileURLToPath(new URL('tools/properties.ts', import.meta.url));

/** One runner for everything; a project per kind of test, so that each can be run alone. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
          setupFiles: [PROPERTIES],
          environment: 'node',
          pool: 'threads',
          // Thousands of made-up cases take their time on a busy machine; nothing is judged by the clock.
          testTimeout: 60_000,
          // These tests keep nothing between files, so the modules are loaded once and not once a file.
          isolate: false,
        },
      },
      {
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          setupFiles: ['fake-indexeddb/auto', PROPERTIES],
          testTimeout: 60_000,
          environment: 'node',
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts', 'apps/server/test/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['apps/server/test/global-setup.ts'],
          setupFiles: [PROPERTIES],
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['e2e/global-setup.ts'],
          // One browser at a time, after everything else: on two cores company makes both slow.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
