import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** All, where vitest leaves one for itself, which does next to nothing while they work. */
const maxWorkers = availableParallelism();

/** Tests with windows that wait for clocks nine tenths of their time. */
const waiting = ['entrance', 'parting', 'silent-line'].map((name) => `test/e2e/${name}.test.ts`);

const windows = {
  environment: 'node',
  globalSetup: ['./tools/testing/virtual-display-setup.mjs'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

// Groups run one after the other: other tests would slow those with windows down. `--project 'e2e*'` are all of these.
export default defineConfig({
  test: {
    reporters: ['default', './tools/testing/summary-reporter.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
          // One process for many files: to load the same modules for each costs more than the tests do.
          isolate: false,
          // A busy machine is no failure: only what hangs is.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'renderer',
          maxWorkers,
          include: ['src/renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          maxWorkers,
          include: ['test/{injection,integration,simulation,evals}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tools/testing/postgres-setup.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...windows,
          name: 'e2e-waiting',
          include: waiting,
          maxWorkers: waiting.length,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...windows,
          name: 'e2e-alone',
          include: ['test/e2e/**/*.test.ts', 'tools/**/*.e2e.ts'],
          exclude: waiting,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
