import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { exitCode, summaryLine } from './summary-line.mjs';
import { countTests } from './summary-reporter.mjs';

type State = 'passed' | 'failed' | 'skipped' | 'pending';

/** Only what the counting looks at. */
const module = (state: State, tests: readonly State[]) =>
  ({
    state: () => state,
    children: { allTests: () => tests.map((result) => ({ result: () => ({ state: result }) })) },
  }) as unknown as TestModule;

test('counts tests over all files', () => {
  const modules = [module('passed', ['passed', 'skipped']), module('failed', ['passed', 'failed', 'failed'])];
  expect(countTests(modules, 0)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test('a file that could not be loaded and an error that nothing caught are failures', () => {
  expect(countTests([module('failed', [])], 1)).toEqual({ passed: 0, failed: 2, skipped: 0 });
});

test('the line names skipped tests only where there are some', () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(summaryLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});

test('a run without tests, with failures, or that vitest calls failed, fails', () => {
  const passed = { passed: 1, failed: 0, skipped: 0 };
  expect(exitCode(passed, 0)).toBe(0);
  expect(exitCode(passed, 1)).toBe(1);
  expect(exitCode(passed, null)).toBe(1);
  expect(exitCode({ passed: 1, failed: 1, skipped: 0 }, 0)).toBe(1);
  expect(exitCode({ passed: 0, failed: 0, skipped: 3 }, 0)).toBe(1);
});
