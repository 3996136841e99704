import { defineConfig } from 'vitest/config';

/** One runner for everything; a project per kind of test, so that each can be run alone. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
