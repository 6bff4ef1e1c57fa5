import { writeFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} TestCounts
 */

/**
 * Counts tests. What failed outside any test counts as well, so that the sum cannot look better than the run: a file
 * that could not be loaded or whose hooks failed, and every error that nothing caught.
 *
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {number} uncaughtErrors
 * @returns {TestCounts}
 */
export function countTests(modules, uncaughtErrors) {
  const counts = { passed: 0, failed: uncaughtErrors, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else counts.skipped += 1;
    }
    counts.failed += module.state() === 'failed' ? Math.max(failedHere, 1) : failedHere;
  }
  return counts;
}

/**
 * Hands the counts to the program that started vitest, as JSON in the file that AISLE_TEST_SUMMARY names: that
 * program prints them when nothing else can be printed any more.
 */
export default class SummaryReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} uncaughtErrors
   */
  onTestRunEnd(modules, uncaughtErrors) {
    const file = process.env.AISLE_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(countTests(modules, uncaughtErrors.length)));
  }
}
